package io.gearmancdi;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a job is submitted: foreground or background, and with which priority. */
public enum SubmitMethod {
    /** What the job, its worker or the configuration says, in this order. */
    DEFAULT("default", false),
    /** Foreground, normal priority. */
    NORMAL("doNormal", false),
    /** Foreground, high priority. */
    HIGH("doHigh", false),
    /** Foreground, low priority. */
    LOW("doLow", false),
    /** Background, normal priority. */
    BACKGROUND("doBackground", true),
    /** Background, high priority. */
    HIGH_BACKGROUND("doHighBackground", true),
    /** Background, low priority. */
    LOW_BACKGROUND("doLowBackground", true);

    private final String text;
    private final boolean background;

    SubmitMethod(String text, boolean background) {
        this.text = text;
        this.background = background;
    }

    /** {@return the name in configuration, such as {@code doHighBackground}} */
    public String text() {
        return text;
    }

    /** {@return whether nobody waits for the result} */
    public boolean isBackground() {
        return background;
    }

    /**
     * Reads the name used in configuration. Case does not matter; {@code do} is an old name of {@code doNormal}.
     *
     * @param text such as {@code doLow}
     * @return the method
     * @throws IllegalArgumentException if there is no such method; the message lists those there are
     */
    public static SubmitMethod parse(String text) {
        var wanted = text.strip().toLowerCase(Locale.ROOT);
        if (wanted.equals("do")) {
            return NORMAL;
        }
        return Arrays.stream(values())
                .filter(method -> method.text.toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No submit method '" + text + "'; use one of "
                        + Arrays.stream(values()).map(SubmitMethod::text).collect(Collectors.joining(", "))));
    }
}
