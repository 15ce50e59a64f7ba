package io.gearmancdi.it.runtimes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/** What the tests of a module have reported. */
record Reports(int tests, int failed, int skipped) {

    static Reports of(Path module, String end) throws Exception {
        int tests = 0;
        int failed = 0;
        int skipped = 0;
        for (var file : files(module.resolve("target"), end)) {
            var suite = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getDocumentElement();
            tests += number(suite, "tests");
            failed += number(suite, "failures") + number(suite, "errors");
            skipped += number(suite, "skipped");
        }
        return new Reports(tests, failed, skipped);
    }

    private static List<Path> files(Path target, String end) throws IOException {
        var files = new ArrayList<Path>();
        for (var directory : List.of("surefire-reports", "failsafe-reports")) {
            var reports = target.resolve(directory);
            if (Files.isDirectory(reports)) {
                try (var found = Files.newDirectoryStream(reports, "TEST-*.xml")) {
                    for (var file : found) {
                        if (end(file).equals(end)) {
                            files.add(file);
                        }
                    }
                }
            }
        }
        return files;
    }

    /** What the build adds to the name of the class. */
    private static String end(Path report) {
        var name = report.getFileName().toString();
        return name.substring(0, name.length() - ".xml".length()).replaceFirst("^[^-]*-[^-]*-?", "");
    }

    private static int number(Element suite, String name) {
        return Integer.parseInt(suite.getAttribute(name));
    }

    boolean isEmpty() {
        return tests == 0;
    }

    String result() {
        if (isEmpty()) {
            return "not run";
        }
        return failed > 0 ? "fails" : skipped > 0 ? "passes, with tests left out" : "passes";
    }
}
