package io.gearmancdi.examples.php;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class InteropIT {

    private static final Path OUTPUT = Path.of("target", "interop.log");

    @Test
    void java_and_php_ask_each_other() throws Exception {
        requirePhp();
        var server = "127.0.0.1:" + freePort();
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        "target" + File.separator + "app" + File.separator + "*",
                        "io.gearmancdi.examples.php.Interop",
                        "php")
                .redirectErrorStream(true)
                .redirectOutput(OUTPUT.toFile());
        builder.environment().put("GEARMAN_SERVERS", server);
        var example = builder.start();
        try {
            assertThat(example.waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(Files.readString(OUTPUT))
                    .contains("Java asked PHP: Dear Ada, please pay 42.00")
                    .contains("PHP hears: 1 of 2")
                    .contains("PHP asked Java: Ada pays 4200 cents");
            assertThat(example.exitValue()).isZero();
        } finally {
            example.descendants().forEach(ProcessHandle::destroyForcibly);
            example.destroyForcibly();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void requirePhp() throws IOException, InterruptedException {
        if (!hasGearman()) {
            var message = "There is no php with the extension gearman";
            if ("required".equals(System.getProperty("gearmand"))) {
                Assertions.fail(message + ", and it is required");
            }
            System.getLogger("io.gearmancdi.examples").log(System.Logger.Level.WARNING, "SKIPPED: " + message);
            Assumptions.abort(message);
        }
    }

    private static boolean hasGearman() throws InterruptedException {
        try {
            var php = new ProcessBuilder("php", "-r", "exit(extension_loaded('gearman') ? 0 : 1);").start();
            return php.waitFor(30, TimeUnit.SECONDS) && php.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
