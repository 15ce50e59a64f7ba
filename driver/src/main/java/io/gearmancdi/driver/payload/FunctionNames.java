package io.gearmancdi.driver.payload;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gearmancdi.driver.log.Printable;

/**
 * What a function may be called: 1 to 512 bytes, the limit of libgearman; no NUL, which ends it, no white space, which
 * breaks listings.
 */
public final class FunctionNames {

    private static final int MAX = 512;

    private FunctionNames() {}

    /**
     * Checks a name.
     *
     * @param function the name on the wire
     * @return the same name
     * @throws IllegalArgumentException if it is not legal
     */
    public static String check(String function) {
        int length = function.getBytes(UTF_8).length;
        if (length == 0 || length > MAX || !isOneWord(function)) {
            throw new IllegalArgumentException("'" + Printable.of(function) + "' is no function name: it takes 1 to "
                    + MAX + " bytes without NUL and white space");
        }
        return function;
    }

    private static boolean isOneWord(String function) {
        for (int i = 0; i < function.length(); i++) {
            char c = function.charAt(i);
            if (c == 0 || Character.isWhitespace(c)) {
                return false;
            }
        }
        return true;
    }
}
