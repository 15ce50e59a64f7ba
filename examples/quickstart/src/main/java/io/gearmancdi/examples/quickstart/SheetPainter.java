package io.gearmancdi.examples.quickstart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Paints a contact sheet, picture by picture. */
final class SheetPainter {

    private static final Color PAPER = new Color(0x1f2229);
    private static final Color CARD = new Color(0x2a2e37);
    private static final Color LIGHT_SQUARE = new Color(0x4a505c);
    private static final Color DARK_SQUARE = new Color(0x3c414c);
    private static final int SQUARE = 10;

    private final Grid grid;
    private final BufferedImage sheet;
    private final Graphics2D graphics;
    private final Labels labels;
    private int count;

    SheetPainter(int pictures) {
        grid = new Grid(pictures);
        sheet = new BufferedImage(grid.size().width(), grid.size().height(), BufferedImage.TYPE_3BYTE_BGR);
        graphics = sheet.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(PAPER);
        graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        labels = Labels.on(graphics);
    }

    /** Puts a picture into the next free place, in the middle of its card. */
    void add(Thumbnail thumbnail, BufferedImage pixels) {
        int side = grid.picture();
        int left = grid.left(count);
        int top = grid.top(count);
        var size = new Size(pixels.getWidth(), pixels.getHeight()).within(side);
        int x = left + (side - size.width()) / 2;
        int y = top + (side - size.height()) / 2;

        graphics.setColor(CARD);
        graphics.fillRect(left, top, side, side);
        if (pixels.getColorModel().hasAlpha()) {
            paintSquares(x, y, size);
        }
        graphics.drawImage(Scaling.scale(pixels, size), x, y, null);
        labels.paint(thumbnail, left, top + side, side);
        count++;
    }

    /** What is transparent shows squares. */
    private void paintSquares(int left, int top, Size size) {
        var squares = (Graphics2D) graphics.create(left, top, size.width(), size.height());
        for (int y = 0; y < size.height(); y += SQUARE) {
            for (int x = 0; x < size.width(); x += SQUARE) {
                squares.setColor((x + y) / SQUARE % 2 == 0 ? LIGHT_SQUARE : DARK_SQUARE);
                squares.fillRect(x, y, SQUARE, SQUARE);
            }
        }
        squares.dispose();
    }

    int count() {
        return count;
    }

    boolean hasLabels() {
        return labels.isVisible();
    }

    Size size() {
        return grid.size();
    }

    /** {@return the sheet; nothing can be added any more} */
    BufferedImage finish() {
        graphics.dispose();
        return sheet;
    }
}
