package io.gearmancdi.examples.payara;

/**
 * A reminder that the job server has.
 *
 * @param id its id
 * @param state {@code waiting}, or {@code rung}
 */
public record Appointment(String id, String state) {

    static Appointment waiting(String id) {
        return new Appointment(id, "waiting");
    }

    static Appointment rung(String id) {
        return new Appointment(id, "rung");
    }
}
