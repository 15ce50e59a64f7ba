package io.gearmancdi.examples.helidon;

import io.gearmancdi.JobResult;
import io.gearmancdi.RemoteFailure;

/**
 * What is behind a link.
 *
 * @param link the link
 * @param answer the status, or why there is none
 */
public record Link(String link, String answer) {

    static Link of(String link, JobResult result) {
        return new Link(link, result.failure().map(RemoteFailure::message).orElseGet(() -> result.text()));
    }
}
