package io.gearmancdi.cdi;

import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** The only class that touches JNDI. */
final class Jndi {

    private Jndi() {}

    /**
     * Looks an object up; empty where there is no JNDI, no such name, or something else under it. Names of other
     * schemes than {@code java:} are not looked up: they would reach out of the process.
     */
    @SuppressWarnings("BanJNDI")
    static <T> Optional<T> find(String name, Class<T> type) {
        if (name.indexOf(':') >= 0 && !name.startsWith("java:")) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(InitialContext.<Object>doLookup(name))
                    .filter(type::isInstance)
                    .map(type::cast);
        } catch (NamingException | LinkageError e) {
            return Optional.empty();
        }
    }
}
