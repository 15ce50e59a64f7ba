package io.gearmancdi.it.runtimes;

import java.util.List;
import java.util.stream.Stream;

/**
 * A row of the table: what is told of a runtime, and the tests that show it.
 *
 * @param module the module
 * @param reports which run of the tests of the module; empty where it has one alone
 * @param always whether every build runs it
 * @param least how many tests it has at least
 * @param cells what is told
 */
record Row(String module, String reports, boolean always, int least, List<String> cells) {

    static Row parse(String line) {
        var parts = Stream.of(line.split("\\|", -1)).map(String::strip).toList();
        var which = parts.get(0).replace("?", "").split(":", -1);
        return new Row(
                which[0],
                which.length > 1 ? which[1] : "",
                !parts.get(0).startsWith("?"),
                Integer.parseInt(parts.get(1)),
                parts.subList(2, parts.size()).stream()
                        .map(cell -> cell.replace(".Final", ""))
                        .toList());
    }

    /** {@return its name, as the list has it} */
    String name() {
        return reports.isEmpty() ? module : module + ":" + reports;
    }

    String text(String result) {
        return "|" + String.join("\n|", cells) + "\n|link:src-it/" + module + "[" + result + "]\n";
    }
}
