package io.gearmancdi.discovery;

/**
 * One thing that is wrong.
 *
 * @param code what it is
 * @param where the class, method or setting
 * @param reason what is wrong with it
 * @param mend what to do
 */
public record Problem(ProblemCode code, String where, String reason, String mend) {

    /** {@return the line that is shown} */
    @Override
    public String toString() {
        return code + " " + where + ": " + reason + ". " + mend;
    }
}
