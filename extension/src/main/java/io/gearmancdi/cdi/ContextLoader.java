package io.gearmancdi.cdi;

import java.util.concurrent.Callable;

/** Runs code with the context class loader of the application: executors of containers do not know whose job they run. */
final class ContextLoader {

    private ContextLoader() {}

    static <T> T call(ClassLoader loader, Callable<T> code) throws Exception {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return code.call();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
