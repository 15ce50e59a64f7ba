package io.gearmancdi.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Rows of text in columns as wide as they need to be. */
final class Columns {

    private static final String GAP = "  ";
    private static final int WIDEST = 200;

    private final List<List<String>> rows = new ArrayList<>();

    Columns(String... titles) {
        rows.add(List.of(titles));
    }

    /** Adds a row; what it holds may come from strangers. */
    void add(Object... cells) {
        var row = new ArrayList<String>();
        for (var cell : cells) {
            row.add(harmless(cell.toString()));
        }
        rows.add(row);
    }

    private static String harmless(String text) {
        var shown = new StringBuilder();
        text.codePoints().limit(WIDEST).forEach(c -> {
            if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                shown.append(String.format("\\u%04x", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }

    void print(PrintWriter out) {
        for (var row : rows) {
            var line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                var cell = row.get(column);
                line.append(cell);
                if (column < row.size() - 1) {
                    line.append(" ".repeat(width(column) - cell.length())).append(GAP);
                }
            }
            out.println(line);
        }
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
