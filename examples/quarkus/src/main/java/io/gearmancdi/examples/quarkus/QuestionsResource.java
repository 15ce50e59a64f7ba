package io.gearmancdi.examples.quarkus;

import io.gearmancdi.GearmanClient;
import io.gearmancdi.JobOption;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;

/** Takes questions and tells how far their answers are. */
@Path("questions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class QuestionsResource {

    private static final String JOB = "primes~count";

    @Inject
    GearmanClient gearman;

    @Inject
    Answers answers;

    /**
     * Returns as soon as the job server has the job.
     *
     * @param question the question
     * @return under which id to ask for the answer
     */
    @POST
    public Progress ask(Question question) {
        var id = UUID.randomUUID().toString();
        gearman.doBackgroundJob(JOB, question, JobOption.unique(id));
        return Progress.waiting(id);
    }

    /**
     * How far a question is.
     *
     * @param id the question
     * @return what the job server says, or the answer
     */
    @GET
    @Path("{id}")
    public Progress progress(@PathParam("id") String id) {
        var status = gearman.getJobStatusByUnique(JOB, id);
        // In this order: a job that ends between the two look-ups has its answer
        var answer = answers.of(id);
        if (answer.isPresent()) {
            return Progress.done(id, answer.get());
        }
        if (!status.isKnown()) {
            throw new NotFoundException("There is no question " + id);
        }
        return status.isRunning() ? Progress.running(id, status.getCompletionPercent()) : Progress.waiting(id);
    }
}
