package io.gearmancdi.discovery;

import java.util.Set;

/**
 * Replaces <code>${key}</code> and <code>${key:otherwise}</code> in texts of annotations by what configuration says.
 */
final class Expressions {

    private static final String OPEN = "${";

    private final SettingsReader reader;
    private final Problems problems;
    private final Set<String> named;

    /**
     * @param reader knows what configuration says
     * @param problems hears of keys that nothing sets
     * @param named takes the keys that texts name
     */
    Expressions(SettingsReader reader, Problems problems, Set<String> named) {
        this.reader = reader;
        this.problems = problems;
        this.named = named;
    }

    /**
     * Replaces all expressions, also those within what stands after a colon. What configuration says is taken as it is.
     *
     * @param text the text of an annotation
     * @param where the annotation and its attribute, for problems
     */
    String resolve(String text, String where) {
        int open = text.indexOf(OPEN);
        int close = open < 0 ? -1 : end(text, open);
        if (close < 0) {
            return text;
        }
        var value = value(text.substring(open + OPEN.length(), close), where);
        return text.substring(0, open) + value + resolve(text.substring(close + 1), where);
    }

    private String value(String expression, String where) {
        int colon = expression.indexOf(':');
        var key = (colon < 0 ? expression : expression.substring(0, colon)).strip();
        named.add(key);
        return reader.settings().get(key).orElseGet(() -> {
            if (colon >= 0) {
                return resolve(expression.substring(colon + 1), where);
            }
            problems.add(
                    ProblemCode.BAD_SETTING,
                    where,
                    "nothing sets " + key + ", which it names",
                    "Set it, or write ${" + key + ":what holds otherwise}");
            return "";
        });
    }

    /** Where the expression ends that begins at a place; -1 if it does not. */
    private static int end(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            if (text.startsWith(OPEN, i)) {
                depth++;
            } else if (text.charAt(i) == '}' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
