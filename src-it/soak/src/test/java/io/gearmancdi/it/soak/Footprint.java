package io.gearmancdi.it.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * What a process takes up. Needs Linux.
 *
 * @param heap the bytes of what is alive after a collection of garbage
 * @param threads how many there are
 * @param descriptors open files and sockets
 */
record Footprint(long heap, long threads, long descriptors) {
    /** A leak of 50 bytes a job is more than this after a minute and a half of 500 a second. */
    private static final long HEAP = 2 << 20;

    /** Visitors come each second: a leak of one for each visitor is far more than this. */
    private static final int OTHERS = 12;

    private static final Pattern TOTAL = Pattern.compile("Total +[0-9]+ +([0-9]+)");

    /** This process. */
    static Footprint ofThis() throws IOException {
        long least = Long.MAX_VALUE;
        for (int look = 0; look < 4; look++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return new Footprint(least, count(ProcessHandle.current(), "task"), count(ProcessHandle.current(), "fd"));
    }

    /** Another process of Java. */
    static Footprint of(ProcessHandle process) throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var command = new ProcessBuilder(jcmd, Long.toString(process.pid()), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        var answer = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(command.waitFor(60, TimeUnit.SECONDS)).isTrue();
        var total = TOTAL.matcher(answer);
        assertThat(total.find()).as(answer).isTrue();
        return new Footprint(Long.parseLong(total.group(1)), count(process, "task"), count(process, "fd"));
    }

    private static long count(ProcessHandle process, String what) throws IOException {
        try (var all = Files.list(Path.of("/proc", Long.toString(process.pid()), what))) {
            return all.count();
        }
    }

    /** Fails where more is taken up than before, beyond what is there today and not tomorrow. */
    void hasNotGrownSince(Footprint before, String of) {
        assertThat(heap).as("heap of the %s: %s, before: %s", of, this, before).isLessThan(before.heap + HEAP);
        assertThat(threads)
                .as("threads of the %s: %s, before: %s", of, this, before)
                .isLessThan(before.threads + OTHERS);
        assertThat(descriptors)
                .as("descriptors of the %s: %s, before: %s", of, this, before)
                .isLessThan(before.descriptors + OTHERS);
    }
}
