package io.gearmancdi.it.app;

import io.gearmancdi.Job;
import io.gearmancdi.Work;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** Its job ends long after the method has returned. */
@Work(name = "Promises")
class Promises {

    @Inject
    RequestData request;

    @Inject
    Pledge pledge;

    @Job
    CompletionStage<String> later() {
        request.number();
        return pledge.make();
    }
}
