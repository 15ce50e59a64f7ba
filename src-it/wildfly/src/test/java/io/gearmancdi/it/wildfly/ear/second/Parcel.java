package io.gearmancdi.it.wildfly.ear.second;

/** What the other module calls an order. */
public class Parcel {

    /** What is ordered. */
    public String item = "";

    /** How many. */
    public int pieces;

    /** Made by JSON-B. */
    public Parcel() {}
}
