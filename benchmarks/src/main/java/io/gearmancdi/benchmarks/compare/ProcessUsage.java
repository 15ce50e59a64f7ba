package io.gearmancdi.benchmarks.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a process has used, as Linux tells.
 *
 * @param cpuMicros of all threads so far
 * @param residentKiB memory now
 */
record ProcessUsage(double cpuMicros, long residentKiB) {

    private static final double MICROS_PER_TICK = 1e6 / 100;
    private static final int USER_TICKS = 11;

    static ProcessUsage of(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            long ticks = Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[USER_TICKS + 1]);
            try (var status = Files.lines(Path.of("/proc/" + pid + "/status"))) {
                long resident = status.filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElse(0);
                return new ProcessUsage(ticks * MICROS_PER_TICK, resident);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
