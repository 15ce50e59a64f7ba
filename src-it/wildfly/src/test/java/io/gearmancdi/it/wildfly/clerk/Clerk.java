package io.gearmancdi.it.wildfly.clerk;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import java.util.function.Supplier;

/** Has a role. */
@Stateless
@PermitAll
@RunAs(Clerk.ROLE)
public class Clerk {

    /** The role. */
    public static final String ROLE = "clerk";

    @EJB
    Desk desk;

    /** Made by the container. */
    public Clerk() {}

    /** {@return who it is for others} */
    public Caller self() {
        return desk.caller();
    }

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
