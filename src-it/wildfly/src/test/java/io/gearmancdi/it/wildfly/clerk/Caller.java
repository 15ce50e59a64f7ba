package io.gearmancdi.it.wildfly.clerk;

/**
 * Who called, and where.
 *
 * @param thread the name of the thread
 * @param principal the name of the caller
 * @param clerk whether the caller has the role
 */
public record Caller(String thread, String principal, boolean clerk) {

    /** {@return whether it is nobody} */
    public boolean isNobody() {
        return principal.equals("anonymous") && !clerk;
    }
}
