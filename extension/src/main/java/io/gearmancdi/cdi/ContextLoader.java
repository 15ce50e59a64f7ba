package io.gearmancdi.cdi;

import java.util.concurrent.Callable;

/**
 * Runs code with the context class loader of the application: executors of containers do not know whose job they run.
 */
final class ContextLoader {

    private ContextLoader() {}

    /** The loader of the thread; of the object's class where the thread has none. */
    static ClassLoader current(Object otherwise) {
        var loader = Thread.currentThread().getContextClassLoader();
        return loader != null ? loader : otherwise.getClass().getClassLoader();
    }

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

    static void run(ClassLoader loader, Runnable task) {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            task.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
