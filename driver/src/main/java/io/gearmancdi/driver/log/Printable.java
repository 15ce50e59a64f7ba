package io.gearmancdi.driver.log;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Makes text that came off the wire harmless: cut, control characters escaped. */
public final class Printable {

    private static final int LIMIT = 200;

    private Printable() {}

    /**
     * Reads bytes as UTF-8.
     *
     * @param bytes from a stranger
     * @return at most 200 characters and an ellipsis
     */
    public static String of(byte[] bytes) {
        return of(new String(bytes, 0, Math.min(bytes.length, 4 * LIMIT), UTF_8));
    }

    /**
     * Escapes and cuts text.
     *
     * @param text from a stranger
     * @return at most 200 characters and an ellipsis
     */
    public static String of(String text) {
        var printable = new StringBuilder(Math.min(text.length(), LIMIT) + 1);
        text.codePoints().limit(LIMIT).forEach(c -> {
            if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                printable.append(String.format("\\u%04x", c));
            } else {
                printable.appendCodePoint(c);
            }
        });
        return text.length() > LIMIT ? printable.append('…').toString() : printable.toString();
    }
}
