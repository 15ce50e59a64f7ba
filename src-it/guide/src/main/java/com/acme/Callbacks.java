package com.acme;

import io.gearmancdi.ForFunction;
import io.gearmancdi.event.TaskCompleted;
import io.gearmancdi.event.TaskException;
import io.gearmancdi.event.TaskFailed;
import io.gearmancdi.event.TaskStatus;
import io.gearmancdi.event.WorkExecuted;
import io.gearmancdi.event.WorkStarting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;

// tag::observers[]
@ApplicationScoped
class Callbacks {

    @Inject
    Diary diary;

    void scaled(@Observes @ForFunction("com.acme.Thumbnails~scale") TaskCompleted event) {
        var picture = event.task().context(String.class).orElse("a picture");
        diary.write(picture + " is scaled");
    }

    void moved(@Observes TaskStatus event) {
        diary.write(event.numerator() + " of " + event.denominator());
    }

    void failed(@Observes TaskFailed event) {
        diary.write(event.task().job() + " has failed");
    }

    void threw(@Observes TaskException event) {
        diary.write(event.task().job() + " threw "
                + event.result().failure().orElseThrow().message());
    }

    void later(@ObservesAsync TaskCompleted event) {
        diary.write("heard later"); // on a thread of the executor
    }
}
// end::observers[]

// tag::work[]
@ApplicationScoped
class WorkLog {

    @Inject
    Diary diary;

    void before(@Observes WorkStarting event) {
        diary.write(event.job().name() + " starts");
    }

    void after(@Observes WorkExecuted event) {
        diary.write("it ended with " + event.returnCode() + ", " + event.iterationsRemaining() + " are left");
    }
}
// end::work[]
