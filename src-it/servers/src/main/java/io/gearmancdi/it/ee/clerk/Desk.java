package io.gearmancdi.it.ee.clerk;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;

/** Tells who calls. */
@Stateless
@PermitAll
@DeclareRoles(Clerk.ROLE)
public class Desk {

    @Resource
    SessionContext session;

    /** Made by the container. */
    public Desk() {}

    /** {@return whoever calls this} */
    public Caller caller() {
        return new Caller(
                Thread.currentThread().getName(),
                session.getCallerPrincipal().getName(),
                session.isCallerInRole(Clerk.ROLE));
    }
}
