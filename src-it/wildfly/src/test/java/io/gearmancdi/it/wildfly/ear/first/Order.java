package io.gearmancdi.it.wildfly.ear.first;

/** Travels as JSON; the other module has a class of its own for it. */
public class Order {

    /** What is ordered. */
    public String item = "";

    /** How many. */
    public int pieces;

    /** Made by JSON-B. */
    public Order() {}
}
