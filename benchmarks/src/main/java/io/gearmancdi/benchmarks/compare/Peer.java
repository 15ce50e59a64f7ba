package io.gearmancdi.benchmarks.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A program that speaks Gearman and knows the commands and options of the benchmarks.
 *
 * @param name how tables call it
 * @param command how it is started, without the options of a run
 * @param options that each of its runs gets besides
 */
record Peer(String name, List<String> command, List<String> options) {

    private static final List<String> SMALL = List.of("-XX:+UseSerialGC", "-Xmx64m", "-XX:TieredStopAtLevel=1");

    Peer(String name, List<String> command) {
        this(name, command, List.of());
    }

    /** The same program under another name, with more options. */
    Peer as(String other, String... more) {
        return new Peer(other, command, List.of(more));
    }

    static Peer ours(Path java, List<String> flags) {
        return program(Outcome.OURS, java, flags, "Main");
    }

    /** The smallest worker, in a small virtual machine. */
    static Peer small(Path java) {
        return program(Outcome.OURS, java, SMALL, "IdleWorker");
    }

    /** The same virtual machine with nothing to do at all. */
    static Peer nothing(Path java) {
        return program("empty main", java, SMALL, "IdleWorker$Nothing");
    }

    private static Peer program(String name, Path java, List<String> flags, String main) {
        var jar = System.getProperty("java.class.path");
        var program = List.of("-cp", jar, "io.gearmancdi.benchmarks." + main);
        return new Peer(
                name,
                Stream.of(Stream.of(java.toString()), flags.stream(), program.stream())
                        .flatMap(part -> part)
                        .toList());
    }

    static Peer raw(Path peers) {
        return new Peer("raw", List.of(peers.resolve("raw").toString()));
    }

    static Peer libgearman(Path peers) {
        return new Peer("libgearman", List.of(peers.resolve("libgearman").toString()));
    }

    static Peer php(Path script) {
        return new Peer("php", List.of("php", script.toString()));
    }
}
