package io.gearmancdi.it.app;

import io.gearmancdi.ForFunction;
import io.gearmancdi.event.TaskCompleted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tells whether those who hear of a promise see the classes of the application. */
@ApplicationScoped
public class Loaders {

    private static final String PROMISE = "io.gearmancdi.it.app.Promises~later";

    private final Map<String, Boolean> heard = new ConcurrentHashMap<>();

    /** Made by the container. */
    public Loaders() {}

    void completed(@Observes @ForFunction(PROMISE) TaskCompleted event) {
        heard.put("observer", seeTheApplication());
    }

    void completedLater(@ObservesAsync @ForFunction(PROMISE) TaskCompleted event) {
        heard.put("asynchronous observer", seeTheApplication());
    }

    /** {@return who has heard, and whether it saw the application} */
    public Map<String, Boolean> heard() {
        return Map.copyOf(heard);
    }

    /** {@return whether the context class loader of this thread knows the very classes that the application has} */
    public static boolean seeTheApplication() {
        try {
            var loader = Thread.currentThread().getContextClassLoader();
            return loader != null && loader.loadClass(Loaders.class.getName()).equals(Loaders.class);
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
