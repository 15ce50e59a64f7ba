package io.gearmancdi.it.wildfly.ear.second;

import io.gearmancdi.Job;
import io.gearmancdi.Work;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** A worker of a wider scope, looked up by its name. */
@Work(name = "Second", service = "second")
@Named("second")
@ApplicationScoped
public class Second {

    @Inject
    UserTransaction transaction;

    /** Made by the container. */
    public Second() {}

    /**
     * Tells where it runs.
     *
     * @return the name of the thread
     */
    @Job
    public String thread() {
        return Thread.currentThread().getName();
    }

    /**
     * Looks a name up.
     *
     * @param name in JNDI
     * @return found or not found
     */
    @Job
    @SuppressWarnings("BanJNDI")
    public String find(String name) {
        try {
            InitialContext.doLookup(name);
            return "found";
        } catch (NamingException e) {
            return "not found";
        }
    }

    /**
     * Forgets the end of its own transaction.
     *
     * @throws NotSupportedException if there is one already
     * @throws SystemException if transactions are broken
     */
    @Job
    public void begin() throws NotSupportedException, SystemException {
        transaction.begin();
    }

    /**
     * Tells whether there is a transaction.
     *
     * @return a number of {@link jakarta.transaction.Status}
     * @throws SystemException if transactions are broken
     */
    @Job
    public String status() throws SystemException {
        return String.valueOf(transaction.getStatus());
    }
}
