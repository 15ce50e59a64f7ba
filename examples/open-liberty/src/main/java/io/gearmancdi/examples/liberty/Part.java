package io.gearmancdi.examples.liberty;

import java.util.ArrayList;
import java.util.List;

/**
 * Some lines of a text: what one job works on.
 *
 * @param firstLine the number of its first line, from 1
 * @param text the lines
 */
record Part(int firstLine, String text) {

    private static final int LINES = 100;

    static List<Part> of(String text) {
        var lines = text.lines().toList();
        var parts = new ArrayList<Part>();
        for (int first = 0; first < lines.size(); first += LINES) {
            var some = lines.subList(first, Math.min(first + LINES, lines.size()));
            parts.add(new Part(first + 1, String.join("\n", some)));
        }
        return List.copyOf(parts);
    }
}
