package io.gearmancdi.discovery;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Collects problems, so that all are reported at once. Not thread-safe. */
public final class Problems {

    private final Set<Problem> all = new LinkedHashSet<>();

    /** Makes an empty collection. */
    public Problems() {}

    /**
     * Adds a problem; the same one twice counts once.
     *
     * @param code what it is
     * @param where the class, method or setting
     * @param reason what is wrong with it
     * @param mend what to do
     */
    public void add(ProblemCode code, String where, String reason, String mend) {
        all.add(new Problem(code, where, reason, mend));
    }

    /** {@return what keeps the application from starting} */
    public List<Problem> errors() {
        return all.stream().filter(problem -> !problem.code().isWarning()).toList();
    }

    /** {@return what only deserves a word} */
    public List<Problem> warnings() {
        return all.stream().filter(problem -> problem.code().isWarning()).toList();
    }

    /** {@return all errors, one a line, under a headline} */
    public String report() {
        var errors = errors();
        return errors.stream()
                .map(Problem::toString)
                .collect(Collectors.joining(
                        System.lineSeparator() + "  ",
                        "Gearman cannot start, problems: " + errors.size() + System.lineSeparator() + "  ",
                        ""));
    }

    /**
     * Ends the start if there is any error.
     *
     * @throws InvalidDeploymentException with all errors
     */
    public void throwIfAny() {
        if (!errors().isEmpty()) {
            throw new InvalidDeploymentException(report());
        }
    }
}
