package io.gearmancdi.it.runtimes;

import java.util.List;
import java.util.stream.Stream;

/**
 * A row of the table: what is told of a runtime, and the module that shows it.
 *
 * @param module the module
 * @param reports how the names of its reports end; empty for all that have no such end
 * @param always whether every build runs it
 * @param cells what is told
 */
record Row(String module, String reports, boolean always, List<String> cells) {

    static Row parse(String line) {
        var parts = Stream.of(line.split("\\|", -1)).map(String::strip).toList();
        var which = parts.get(0).replace("?", "").split(":", -1);
        return new Row(
                which[0],
                which.length > 1 ? which[1] : "",
                !parts.get(0).startsWith("?"),
                parts.subList(1, parts.size()).stream()
                        .map(cell -> cell.replace(".Final", ""))
                        .toList());
    }

    String text(String result) {
        return "|" + String.join("\n|", cells) + "\n|link:src-it/" + module + "[" + result + "]\n";
    }
}
