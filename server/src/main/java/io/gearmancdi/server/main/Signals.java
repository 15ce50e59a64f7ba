package io.gearmancdi.server.main;

import io.gearmancdi.server.EmbeddedJobServer;
import java.lang.System.Logger.Level;
import java.lang.reflect.Proxy;
import java.time.Duration;

/** What the signals mean to a server; the same as to gearmand. */
final class Signals {
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private Signals() {}

    /** SIGTERM and SIGINT: no job is waited for, and the end is a good one. */
    static void endAtOnce(EmbeddedJobServer server, Runnable cleanUp) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            server.close();
                            cleanUp.run();
                            if (endedWell(server)) {
                                Runtime.getRuntime().halt(0); // not 143: it has done as it was told
                            }
                        },
                        "gearman-server-stop"));
    }

    private static boolean endedWell(EmbeddedJobServer server) {
        try {
            return server.awaitEnd();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * SIGUSR1: a drain. Java knows other signals only through a class that not every Java has, hence by reflection;
     * without it the signal is not served.
     */
    static void drainOnUsr1(EmbeddedJobServer server) {
        try {
            var signal = Class.forName("sun.misc.Signal");
            var handler = Class.forName("sun.misc.SignalHandler");
            var drain = Proxy.newProxyInstance(
                    handler.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                        if (method.getName().equals("handle")) {
                            new Thread(() -> server.drain(FOR_EVER), "gearman-server-drain").start();
                            return null;
                        }
                        return method.getName().equals("equals") ? (Object) (proxy == arguments[0]) : 0;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("USR1"), drain);
        } catch (ReflectiveOperationException e) {
            System.getLogger("io.gearmancdi.server").log(Level.DEBUG, "SIGUSR1 cannot be served here", e);
        }
    }
}
