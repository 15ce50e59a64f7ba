package com.acme;

import io.gearmancdi.spi.Submitted;
import io.gearmancdi.spi.UniqueKeyGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

// tag::generator[]
/** Equal jobs become one only where the caller says what is equal. */
@ApplicationScoped
class OnlyWhenAsked implements UniqueKeyGenerator {

    @Override
    public Optional<String> generate(Submitted submission) {
        return submission.key().or(() -> Optional.of(UUID.randomUUID().toString()));
    }
}
// end::generator[]
