package io.gearmancdi.it.ee.clerk;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import java.util.function.Supplier;

/** Has a role. */
@Stateless
@PermitAll
@RunAs(Clerk.ROLE)
public class Clerk {

    /** The role. */
    public static final String ROLE = "clerk";

    /** Made by the container. */
    public Clerk() {}

    /**
     * Does something in its role.
     *
     * @param what what it does
     * @return what comes of it
     */
    public <T> T does(Supplier<T> what) {
        return what.get();
    }
}
