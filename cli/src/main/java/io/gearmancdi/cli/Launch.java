package io.gearmancdi.cli;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The words that started this process, without the command. */
final class Launch {

    private Launch() {}

    /**
     * @param options of the console itself
     */
    static List<String> words(List<String> options) {
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-D") || argument.startsWith("-X"))
                .forEach(words::add);
        var classPath = System.getProperty("java.class.path");
        if (classPath.endsWith("-exec.jar")) {
            words.add("-jar");
            words.add(absolute(classPath));
        } else {
            words.add("-cp");
            words.add(absolute(classPath));
            words.add(Main.class.getName());
        }
        words.addAll(options);
        return words;
    }

    /** A path, or several, as seen from any directory. */
    static String absolute(String paths) {
        return Arrays.stream(paths.split(File.pathSeparator))
                .map(path -> Path.of(path).toAbsolutePath().normalize().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
