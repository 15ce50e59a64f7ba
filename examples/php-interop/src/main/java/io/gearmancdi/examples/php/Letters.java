package io.gearmancdi.examples.php;

import io.gearmancdi.GearmanClient;
import io.gearmancdi.JobOption;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Has PHP do what PHP does well. */
@ApplicationScoped
class Letters {

    @Inject
    GearmanClient gearman;

    /** The name goes out as it is: the function is not one of ours. */
    String letter(Total total) {
        return gearman.foreign()
                .doJob("letters.render", total, JobOption.timeout(Duration.ofSeconds(30)))
                .text();
    }
}
