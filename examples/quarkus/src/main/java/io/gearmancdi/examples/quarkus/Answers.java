package io.gearmancdi.examples.quarkus;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The last answers, by question: a background job has nobody to return its result to. */
@ApplicationScoped
public class Answers {

    private static final int REMEMBERED = 1_000;

    private final Map<String, Long> primes = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > REMEMBERED;
        }
    });

    void add(String id, long count) {
        primes.put(id, count);
    }

    Optional<Long> of(String id) {
        return Optional.ofNullable(primes.get(id));
    }
}
