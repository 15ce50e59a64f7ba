package io.gearmancdi.it.runtimes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/** What the tests of a runtime have reported. */
record Reports(int tests, int failed, int skipped) {

    static final String PASSES = "passes";

    /**
     * Reads them.
     *
     * @param target where a module has them
     * @param which those of a run of their own; empty for those of the module
     */
    static Reports of(Path target, String which) throws Exception {
        var folders = which.isEmpty() ? List.of("surefire-reports", "failsafe-reports") : List.of(which + "-reports");
        int tests = 0;
        int failed = 0;
        int skipped = 0;
        for (var folder : folders) {
            for (var file : files(target.resolve(folder))) {
                var suite = DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(file.toFile())
                        .getDocumentElement();
                tests += number(suite, "tests");
                failed += number(suite, "failures") + number(suite, "errors");
                skipped += number(suite, "skipped");
            }
        }
        return new Reports(tests, failed, skipped);
    }

    private static List<Path> files(Path folder) throws IOException {
        var files = new ArrayList<Path>();
        if (Files.isDirectory(folder)) {
            try (var found = Files.newDirectoryStream(folder, "TEST-*.xml")) {
                found.forEach(files::add);
            }
        }
        return files;
    }

    private static int number(Element suite, String name) {
        return Integer.parseInt(suite.getAttribute(name));
    }

    boolean isEmpty() {
        return tests == 0;
    }

    /**
     * {@return what the table says of them}
     *
     * @param least how many tests there have to be
     */
    String result(int least) {
        if (isEmpty()) {
            return "not run";
        }
        if (failed > 0) {
            return "fails";
        }
        if (skipped > 0) {
            return PASSES + ", with tests left out";
        }
        return tests < least ? "only " + tests + " of " + least + " tests" : PASSES;
    }
}
