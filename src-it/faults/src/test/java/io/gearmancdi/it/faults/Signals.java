package io.gearmancdi.it.faults;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Signals to processes of the tests. */
final class Signals {

    private Signals() {}

    static void send(Process process, String name) throws IOException, InterruptedException {
        var kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
        if (!kill.waitFor(10, TimeUnit.SECONDS) || kill.exitValue() != 0) {
            throw new IOException("The signal " + name + " was not sent");
        }
    }
}
