package io.gearmancdi.it.more;

import io.gearmancdi.spi.Submitted;
import io.gearmancdi.spi.UniqueKeyGenerator;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Optional;

/** Makes uniques by a rule of the application. */
@ApplicationScoped
@Alternative
@Priority(1)
public class OwnKeys implements UniqueKeyGenerator {

    /** Made by the container. */
    public OwnKeys() {}

    @Override
    public Optional<String> generate(Submitted submission) {
        return Optional.of(submission.key().orElse("own") + "/" + submission.method() + "/"
                + submission.workload().length + "/" + submission.generationEnabled());
    }
}
