package io.gearmancdi.it.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The listings of a page, and where each of them comes from. */
record Listings(Path page, List<Listing> all) {

    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern LISTING = Pattern.compile(
            "(?m)(?:^// ([\\w./-]+)#([\\w-]+)\\n)?(?:^\\.[^\\n]*\\n)?^\\[source,(\\w+)]\\n----\\n(.*?)^----$",
            Pattern.DOTALL);

    /**
     * One listing.
     *
     * @param file where it comes from; empty: it is written in the page alone
     * @param tag the region of the file
     * @param language what it is written in
     * @param text its lines
     */
    record Listing(String file, String tag, String language, String text) {

        /** {@return the region of the file, without the indentation that all its lines have} */
        String source() throws IOException {
            var lines = Files.readAllLines(ROOT.resolve(file));
            var region = new ArrayList<String>();
            boolean inside = false;
            for (var line : lines) {
                if (line.strip().equals("// end::" + tag + "[]")) {
                    inside = false;
                } else if (line.strip().equals("// tag::" + tag + "[]")) {
                    inside = true;
                } else if (inside && !line.strip().matches("// (tag|end)::[\\w-]+\\[]")) {
                    region.add(line);
                }
            }
            return String.join("\n", region).stripIndent() + "\n";
        }
    }

    static Listings of(Path page) throws IOException {
        var all = LISTING.matcher(Files.readString(page))
                .results()
                .map(found -> new Listing(
                        found.group(1) == null ? "" : found.group(1),
                        found.group(2) == null ? "" : found.group(2),
                        found.group(3),
                        found.group(4)))
                .toList();
        return new Listings(page, all);
    }

    static List<Path> pages() throws IOException {
        try (var files = Files.list(ROOT.resolve("docs/guide"))) {
            return files.sorted().toList();
        }
    }
}
