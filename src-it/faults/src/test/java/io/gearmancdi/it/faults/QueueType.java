package io.gearmancdi.it.faults;

import io.gearmancdi.it.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** The kinds of queues of gearmand that outlive it. */
enum QueueType {
    SQLITE("libsqlite3"),
    POSTGRES("Postgres"),
    REDIS("redis");

    private final String name;

    QueueType(String name) {
        this.name = name;
    }

    /** What it needs is started; skips or fails where gearmand was built without it, or something is not installed. */
    QueueStore start() throws IOException, InterruptedException {
        requireIn(help());
        return switch (this) {
            case SQLITE -> QueueStore.ofSqlite();
            case POSTGRES -> new Postgres();
            case REDIS -> new Redis();
        };
    }

    private void requireIn(String help) {
        if (help.lines().noneMatch(line -> line.equals(name + ':'))) {
            Programs.absent(
                    "gearmand with the queue type " + name + " (gearmand --help lists those it was built with)");
        }
    }

    private static String help() throws IOException, InterruptedException {
        var process = new ProcessBuilder(Programs.find("gearmand").toString(), "--help")
                .redirectErrorStream(true)
                .start();
        var help = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return help;
    }
}
