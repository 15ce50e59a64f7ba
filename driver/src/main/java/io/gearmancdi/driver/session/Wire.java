package io.gearmancdi.driver.session;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

/** Reads the small arguments of packets. */
final class Wire {

    private Wire() {}

    /** A handle; some servers end it with a NUL. */
    static String handle(byte[] argument) {
        int length = argument.length;
        return new String(argument, 0, length > 0 && argument[length - 1] == 0 ? length - 1 : length, ISO_8859_1);
    }

    static byte[] handle(String handle) {
        return handle.getBytes(ISO_8859_1);
    }

    /** A number written as text; zero for anything else, since servers pass on what workers write. */
    static long number(byte[] argument) {
        try {
            return Long.parseLong(new String(argument, US_ASCII).strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    static boolean flag(byte[] argument) {
        return argument.length == 1 && argument[0] == '1';
    }
}
