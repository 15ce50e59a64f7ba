package io.gearmancdi.it.wildfly.ear.first;

import jakarta.enterprise.context.ApplicationScoped;

/** A bean that other modules do not see. */
@ApplicationScoped
public class Greeting {

    /** Made by the container. */
    public Greeting() {}

    String of(String name) {
        return "Hello, " + name;
    }
}
