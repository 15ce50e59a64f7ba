package io.gearmancdi.it.ee.app;

import io.gearmancdi.Job;
import io.gearmancdi.Work;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** Tells where jobs run. */
@Work(name = "Place")
class Place {

    @Job
    String thread() {
        return Thread.currentThread().getName();
    }

    /** The text of a thread begins with its kind. */
    @Job
    String kind() {
        return Thread.currentThread().toString();
    }

    /** Works only with the naming context of the application. */
    @Job
    @SuppressWarnings("BanJNDI")
    String application() throws NamingException {
        return InitialContext.doLookup("java:app/AppName");
    }

    /** Tells whether the thread has the loader of the application, and takes it away. */
    @Job
    boolean losesItsLoader() {
        var thread = Thread.currentThread();
        boolean had = seesThisClass(thread.getContextClassLoader());
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        return had;
    }

    private static boolean seesThisClass(ClassLoader loader) {
        try {
            return loader.loadClass(Place.class.getName()).equals(Place.class);
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
