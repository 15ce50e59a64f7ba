package io.gearmancdi.discovery;

import java.util.Locale;

/** What can be wrong with an application; the numbers are stable. Those from 50 on are warnings. */
public enum ProblemCode {
    /** A {@code @Job} method is private. */
    PRIVATE_JOB(1),
    /** A {@code @Job} method is static. */
    STATIC_JOB(2),
    /** A {@code @Job} method has parameters that no workload fits. */
    SIGNATURE(3),
    /** Two jobs have the same name or function. */
    DUPLICATE_FUNCTION(4),
    /** A function is not a legal name on the wire. */
    ILLEGAL_FUNCTION(5),
    /** A setting or an attribute has no legal value. */
    BAD_SETTING(6),
    /** A worker is an enterprise bean. */
    SESSION_BEAN(7),
    /** {@code @Work(service)} names no bean of the class. */
    UNKNOWN_SERVICE(8),
    /** The servers are configured in both forms. */
    SERVERS_TWICE(9),
    /** An embedded server is wanted and none is there. */
    NO_EMBEDDED_SERVER(10),
    /** Two workers have the same name. */
    DUPLICATE_WORKER(11),
    /** A bundle has no package. */
    NAMELESS_BUNDLE(12),
    /** A {@code @Job} method in a class without {@code @Work}. */
    JOB_WITHOUT_WORK(51),
    /** A key that nothing reads. */
    UNKNOWN_KEY(52),
    /** A job that the application's own client does not reach. */
    OFFERED_ELSEWHERE(53),
    /** A worker that offers nothing. */
    WORKER_WITHOUT_JOB(54);

    private static final int FIRST_WARNING = 50;

    private final int number;

    ProblemCode(int number) {
        this.number = number;
    }

    /** {@return whether the application starts all the same} */
    public boolean isWarning() {
        return number >= FIRST_WARNING;
    }

    /** {@return the number as it is shown, such as {@code GCDI-003}} */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "GCDI-%03d", number);
    }
}
