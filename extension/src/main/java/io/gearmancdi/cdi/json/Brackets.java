package io.gearmancdi.cdi.json;

import java.util.BitSet;

/**
 * The outermost shape of JSON. Parsson up to 1.1.9 searches for ever for the end of an array or object that is cut off
 * within a property that the type does not have, and a job would keep its slot with that.
 */
final class Brackets {

    private Brackets() {}

    /** Whether each bracket is closed by its like, and each text by its quotation mark. */
    static boolean match(byte[] json) {
        var curly = new BitSet();
        int depth = 0;
        int at = 0;
        while (at < json.length) {
            byte c = json[at];
            if (c == '"') {
                at = endOfText(json, at + 1);
                if (at == json.length) {
                    return false;
                }
            } else if (c == '{' || c == '[') {
                curly.set(depth++, c == '{');
            } else if ((c == '}' || c == ']') && (depth == 0 || curly.get(--depth) != (c == '}'))) {
                return false;
            }
            at++;
        }
        return depth == 0;
    }

    /** Where its quotation mark is; the length where there is none. */
    private static int endOfText(byte[] json, int start) {
        int at = start;
        while (at < json.length && json[at] != '"') {
            at += json[at] == '\\' ? 2 : 1;
        }
        return Math.min(at, json.length);
    }
}
