package io.gearmancdi;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A job server, as an attribute of {@link Work} or {@link Job}. */
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Server {

    /** {@return the host name or address; an IPv6 address without brackets} */
    String host();

    /** {@return the TCP port, 1 to 65535} */
    int port() default ServerAddress.DEFAULT_PORT;
}
