package io.gearmancdi.server;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/**
 * A job server as a program of its own. SIGTERM and SIGINT end it.
 *
 * <pre>{@code
 * java -cp gearman-cdi-server.jar:gearman-cdi-protocol.jar io.gearmancdi.server.Main [--host HOST] [--port PORT]
 * }</pre>
 */
public final class Main {
    private static final int USAGE = 64;

    private Main() {}

    /**
     * Starts the server and runs until the process is told to end.
     *
     * @param arguments the options named above
     * @throws IOException where the address cannot be listened on
     * @throws InterruptedException where the thread is interrupted
     */
    public static void main(String... arguments) throws IOException, InterruptedException {
        EmbeddedJobServer server;
        try {
            server = parse(arguments).start();
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(USAGE);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "gearman-server-stop"));
        new CountDownLatch(1).await();
    }

    static EmbeddedJobServer.Builder parse(String... arguments) {
        var builder = EmbeddedJobServer.builder();
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[i] + " is unknown or without its value");
            }
            var value = arguments[i + 1];
            switch (arguments[i]) {
                case "--host" -> builder.host(value);
                case "--port" -> builder.port(number(value));
                case "--max-packet-size" -> builder.maxPacketSize(number(value));
                case "--job-tries" -> builder.jobTries(number(value));
                case "--wake-ups" -> builder.wakeUps(number(value));
                default -> throw new IllegalArgumentException("Unknown option " + arguments[i]);
            }
        }
        return builder;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("Not a number: " + text, e);
        }
    }
}
