package io.gearmancdi.it.ee;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The process of the application server, seen from outside by the tools of the JDK and of Linux. */
public final class ServerJvm {

    private static final int PATIENCE_SECONDS = 60;

    private static final Pattern THREAD = Pattern.compile("^\"(.*)\" #[0-9]+ ");
    /** Of a histogram: one of these leads to every thread and connection of an application. */
    private static final Pattern LIBRARIES =
            Pattern.compile(" ([0-9]+) +[0-9]+ +io\\.gearmancdi\\.driver\\.DefaultGearman( |$)");

    private static final Pattern LIBRARY =
            Pattern.compile("^\"gearman-(io|job|work|lookup)|(at |//)io\\.gearmancdi\\.(cdi|driver|discovery)\\.");

    private final long process;

    private ServerJvm(long process) {
        this.process = process;
    }

    /** {@return this process, for a server that is embedded in it} */
    public static ServerJvm ofThis() {
        return new ServerJvm(ProcessHandle.current().pid());
    }

    /**
     * A child of this process.
     *
     * @param text what stands on its command line alone
     * @return the process
     */
    public static ServerJvm with(String text) {
        return ProcessHandle.current()
                .descendants()
                .filter(child -> child.info().commandLine().orElse("").contains(text))
                .filter(child -> child.info().command().orElse("").endsWith("java"))
                .map(child -> new ServerJvm(child.pid()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no process of a server"));
    }

    /** Classes of this name that the collector cannot take, one for each class loader that has one. */
    Set<String> loaded(Class<?> type) throws IOException, InterruptedException {
        assertThat(jcmd("GC.run")).isNotEmpty();
        return jcmd("VM.class_hierarchy", type.getName())
                .filter(line -> line.contains("--" + type.getName() + "/"))
                .collect(Collectors.toSet());
    }

    /**
     * Its own threads, and what others do that run its code.
     *
     * @return lines of a dump of threads
     * @throws IOException if the JDK's tool fails
     * @throws InterruptedException if the thread is interrupted
     */
    public List<String> threadsOfTheLibrary() throws IOException, InterruptedException {
        return jcmd("Thread.print").filter(line -> LIBRARY.matcher(line).find()).toList();
    }

    /**
     * What it takes up.
     *
     * @return counts of this moment
     * @throws IOException if the JDK's tool fails
     * @throws InterruptedException if the thread is interrupted
     */
    public Footprint footprint() throws IOException, InterruptedException {
        var threads = jcmd("Thread.print")
                .flatMap(line -> THREAD.matcher(line).results())
                .map(thread -> thread.group(1).replaceAll("[0-9]+", "#"))
                .collect(Collectors.groupingBy(kind -> kind, Collectors.counting()));
        long libraries = jcmd("GC.class_histogram")
                .flatMap(line -> LIBRARIES.matcher(line).results())
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
        try (var descriptors = Files.list(Path.of("/proc", Long.toString(process), "fd"))) {
            return new Footprint(threads, descriptors.count(), libraries);
        }
    }

    private Stream<String> jcmd(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        command.add(Long.toString(process));
        command.addAll(List.of(arguments));
        var tool = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(tool.getInputStream().readAllBytes(), UTF_8);
        if (!tool.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || tool.exitValue() != 0) {
            throw new IOException(command + " failed: " + output);
        }
        return output.lines();
    }
}
