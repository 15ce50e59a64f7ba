package io.gearmancdi.server.engine;

/** Numbers that peers send as text. */
final class Numbers {
    private Numbers() {}

    /**
     * The leading digits as a number, at most {@link Long#MAX_VALUE}; 0 where there are none, as for anything negative.
     */
    static long parse(byte[] text) {
        long number = 0;
        for (byte digit : text) {
            if (digit < '0' || digit > '9') {
                break;
            }
            if (number > (Long.MAX_VALUE - 9) / 10) {
                return Long.MAX_VALUE;
            }
            number = 10 * number + digit - '0';
        }
        return number;
    }
}
