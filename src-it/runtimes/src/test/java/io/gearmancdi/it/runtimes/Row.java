package io.gearmancdi.it.runtimes;

import java.util.List;
import java.util.stream.Stream;

/** A row of the table: what is told of a runtime, and the module that shows it. */
record Row(String module, List<String> cells) {

    static Row parse(String line) {
        var parts = Stream.of(line.split("\\|", -1)).map(String::strip).toList();
        return new Row(
                parts.get(0),
                parts.subList(1, parts.size()).stream()
                        .map(cell -> cell.replace(".Final", ""))
                        .toList());
    }

    String text(String result) {
        return "|" + String.join("\n|", cells) + "\n|link:src-it/" + module + "[" + result + "]\n";
    }
}
