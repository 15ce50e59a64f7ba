package io.gearmancdi.it.ee.clerk;

import java.util.Locale;
import java.util.Set;

/**
 * Who called, and where.
 *
 * @param thread the name of the thread
 * @param principal the name of the caller
 * @param clerk whether the caller has the role
 */
public record Caller(String thread, String principal, boolean clerk) {

    private static final Set<String> NOBODY = Set.of("anonymous", "unauthenticated");

    /** {@return whether it is nobody, by the name that the server has for that} */
    public boolean isNobody() {
        return NOBODY.contains(principal.toLowerCase(Locale.ROOT)) && !clerk;
    }
}
