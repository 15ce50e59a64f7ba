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

    Peer(String name, List<String> command) {
        this(name, command, List.of());
    }

    /** The same program under another name, with more options. */
    Peer as(String other, String... more) {
        return new Peer(other, command, List.of(more));
    }

    static Peer ours(Path java, List<String> flags) {
        var jar = System.getProperty("java.class.path");
        var program = List.of("-cp", jar, "io.gearmancdi.benchmarks.Main");
        return new Peer(
                "ours",
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
