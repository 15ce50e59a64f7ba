package io.gearmancdi.examples.quickstart;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;

/** What stands below a picture: its name, its size and its colour. Machines without fonts show the colour alone. */
final class Labels {

    private static final Color NAME = new Color(0xe8eaed);
    private static final Color DETAILS = new Color(0x9aa1ad);
    private static final int DOT = 11;

    private final Graphics2D graphics;
    private final boolean visible;

    private Labels(Graphics2D graphics, boolean visible) {
        this.graphics = graphics;
        this.visible = visible;
    }

    static Labels on(Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        return new Labels(graphics, hasFonts(graphics));
    }

    /** A machine may have no fonts at all; the JDK says so with errors of many kinds. */
    private static boolean hasFonts(Graphics2D graphics) {
        try {
            graphics.setFont(font(Font.PLAIN));
            return graphics.getFontMetrics().stringWidth("A") > 0;
        } catch (RuntimeException | Error e) {
            return false;
        }
    }

    private static Font font(int style) {
        return new Font(Font.SANS_SERIF, style, 13);
    }

    void paint(Thumbnail thumbnail, int left, int top, int width) {
        graphics.setColor(Color.decode(thumbnail.colour()));
        graphics.fillOval(left, top + 24, DOT, DOT);
        if (visible) {
            graphics.setFont(font(Font.BOLD));
            graphics.setColor(NAME);
            graphics.drawString(shortened(thumbnail.name(), width), left, top + 17);
            graphics.setFont(font(Font.PLAIN));
            graphics.setColor(DETAILS);
            graphics.drawString(thumbnail.original().toString(), left + DOT + 6, top + 34);
        }
    }

    private String shortened(String name, int width) {
        FontMetrics metrics = graphics.getFontMetrics();
        var text = name;
        for (int end = name.length() - 1; end > 0 && metrics.stringWidth(text) > width; end--) {
            text = name.substring(0, end) + "...";
        }
        return text;
    }

    boolean isVisible() {
        return visible;
    }
}
