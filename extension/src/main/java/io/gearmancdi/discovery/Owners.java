package io.gearmancdi.discovery;

import java.util.HashMap;
import java.util.Map;

/** Who has which name; the second one that wants it is a problem. */
final class Owners {

    private final Map<String, String> byName = new HashMap<>();
    private final ProblemCode code;
    private final String attribute;
    private final Problems problems;

    Owners(ProblemCode code, String attribute, Problems problems) {
        this.code = code;
        this.attribute = attribute;
        this.problems = problems;
    }

    void claim(String name, String where) {
        var owner = byName.putIfAbsent(name, where);
        if (owner != null && !owner.equals(where)) {
            problems.add(
                    code,
                    where,
                    "its name " + name + " is also that of " + owner,
                    "Give one of them another " + attribute);
        }
    }
}
