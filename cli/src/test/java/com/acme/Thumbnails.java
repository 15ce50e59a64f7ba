package com.acme;

import io.gearmancdi.Job;
import io.gearmancdi.SubmitMethod;
import io.gearmancdi.Work;

/** The worker of the guide. */
@Work(name = "Thumbnails", description = "Everything about small images", iterations = 1000)
class Thumbnails {

    @Job(
            description = "Scales an image",
            iterations = 10,
            minimumExecutionTime = 2,
            timeout = 30,
            defaultMethod = SubmitMethod.BACKGROUND)
    byte[] scale(byte[] image) {
        return image;
    }
}
