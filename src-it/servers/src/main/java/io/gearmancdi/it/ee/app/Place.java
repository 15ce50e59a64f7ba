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

    /** Works only with the naming context of the application. */
    @Job
    @SuppressWarnings("BanJNDI")
    String application() throws NamingException {
        return InitialContext.doLookup("java:app/AppName");
    }
}
