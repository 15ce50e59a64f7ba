package io.gearmancdi.it.wildfly.ear.first;

import io.gearmancdi.Job;
import io.gearmancdi.Work;
import jakarta.inject.Inject;

/** A worker that needs a bean and a class of its own web module. */
@Work(name = "First")
public class First {

    @Inject
    Greeting greeting;

    /** Made by the container. */
    public First() {}

    /**
     * Greets.
     *
     * @param name whom
     * @return the greeting
     */
    @Job
    public String greet(String name) {
        return greeting.of(name);
    }

    /**
     * Doubles an order.
     *
     * @param order the order
     * @return twice as many
     */
    @Job
    public Order twice(Order order) {
        order.pieces *= 2;
        return order;
    }

    /**
     * Looks at its thread.
     *
     * @return whether that sees the classes of this module
     * @throws ClassNotFoundException if it does not
     */
    @Job
    public boolean seesItsModule() throws ClassNotFoundException {
        return Thread.currentThread().getContextClassLoader().loadClass(Order.class.getName()) == Order.class;
    }
}
