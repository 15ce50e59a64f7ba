package io.gearmancdi.server;

/** Whether clients of a secure server show a certificate. */
public enum ClientAuth {
    /** They are not asked. */
    NONE,
    /** They are asked and may have none; one that is not trusted is refused. */
    WANT,
    /** Without one that is trusted they are refused. */
    NEED
}
