package com.acme;

import io.gearmancdi.GearmanWorkers;
import io.gearmancdi.LimitOverrides;
import io.gearmancdi.Registration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Workers without annotations, and control over those with. */
@ApplicationScoped
class InCode {

    // tag::register[]
    @Inject
    GearmanWorkers workers;

    Registration shout() {
        return workers.register("text.shout", job -> job.text() + "!", settings -> settings.withConcurrency(4));
    }
    // end::register[]

    // tag::control[]
    void tenMails() {
        workers.stop("com.acme.Mailer", Duration.ofSeconds(25))
                .toCompletableFuture()
                .join();
        workers.startJob("com.acme.Mailer~send", LimitOverrides.none().withIterations(10));
    }
    // end::control[]
}
