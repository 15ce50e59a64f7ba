package com.acme;

import io.gearmancdi.GearmanJob;
import io.gearmancdi.Job;
import io.gearmancdi.Work;
import jakarta.inject.Inject;

// tag::worker[]
@Work(name = "Thumbnails", concurrency = 4)
class Thumbnails {

    @Inject
    Store store;

    @Job(description = "Scales a picture")
    Thumbnail scale(ScaleRequest request, GearmanJob job) {
        job.sendStatus(1, 2);
        return store.scale(request.picture(), request.width());
    }

    @Job(function = "text.reverse") // the exact name that others use
    String reverse(String text) {
        return new StringBuilder(text).reverse().toString();
    }
}
// end::worker[]
