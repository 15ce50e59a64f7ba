package io.gearmancdi.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The name of this machine as a part of handles. Never asks the network, which may take long to answer. */
final class HostName {
    private static final Path KERNEL = Path.of("/proc/sys/kernel/hostname");
    private static final int LONGEST = 36;

    private HostName() {}

    static String ofThisMachine() {
        var environment = System.getenv();
        return tidied(
                kernel(environment.getOrDefault("HOSTNAME", environment.getOrDefault("COMPUTERNAME", "localhost"))));
    }

    private static String kernel(String otherwise) {
        try {
            return Files.readString(KERNEL);
        } catch (IOException e) {
            return otherwise; // not Linux
        }
    }

    /** Handles stand between blanks and colons. */
    static String tidied(String name) {
        var tidy = name.strip().replaceAll("[^A-Za-z0-9._-]", "-");
        return tidy.isEmpty() ? "localhost" : tidy.substring(0, Math.min(LONGEST, tidy.length()));
    }
}
