package io.gearmancdi.cdi;

/** Whether a job server is started inside the process. */
enum EmbeddedServerMode {
    /** Never. */
    NEVER,
    /** Where nothing listens on the first configured server. */
    AUTO,
    /** Always, on the first configured server. */
    ALWAYS
}
