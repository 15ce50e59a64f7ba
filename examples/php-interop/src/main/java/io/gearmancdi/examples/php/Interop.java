package io.gearmancdi.examples.php;

import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Starts a worker in PHP and calls it; starts a client in PHP, which calls the worker in Java. */
public final class Interop {

    private static final int PATIENCE_SECONDS = 60;

    private Interop() {}

    /**
     * Runs the example.
     *
     * @param arguments the folder with the PHP files
     * @throws IOException if there is no PHP
     * @throws InterruptedException if the thread was interrupted
     */
    public static void main(String... arguments) throws IOException, InterruptedException {
        var folder = Path.of(arguments[0]);
        try (SeContainer container = SeContainerInitializer.newInstance().initialize()) {
            var worker = php(folder, "worker.php");
            try {
                PrintStream out = System.out;
                out.println("Java asked PHP: "
                        + container.select(Letters.class).get().letter(new Total("Ada", 4200)));
                var client = php(folder, "client.php");
                if (!client.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || client.exitValue() != 0) {
                    throw new IOException("The client in PHP has failed");
                }
            } finally {
                worker.destroy();
            }
        }
    }

    private static Process php(Path folder, String file) throws IOException {
        return new ProcessBuilder("php", folder.resolve(file).toString())
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
