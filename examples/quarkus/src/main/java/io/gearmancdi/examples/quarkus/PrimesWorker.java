package io.gearmancdi.examples.quarkus;

import io.gearmancdi.GearmanJob;
import io.gearmancdi.Job;
import io.gearmancdi.JobFailure;
import io.gearmancdi.Work;
import jakarta.inject.Inject;
import java.util.stream.LongStream;

/** Counts primes, the slow way. */
@Work(name = "primes", description = "Counts primes")
public class PrimesWorker {

    private static final long MOST = 100_000_000;
    private static final int STEPS = 50;

    @Inject
    Answers answers;

    /**
     * Counts, and tells how far it is.
     *
     * @param question up to where
     * @param job gets the progress
     * @return how many primes there are
     */
    @Job(description = "Counts the primes up to a number")
    public long count(Question question, GearmanJob job) {
        if (question.upTo() < 1 || question.upTo() > MOST) {
            throw new JobFailure("Ask for 1 to " + MOST);
        }
        long primes = 0;
        for (int step = 0; step < STEPS; step++) {
            job.sendStatus(step, STEPS);
            primes += LongStream.rangeClosed(border(question, step) + 1, border(question, step + 1))
                    .filter(PrimesWorker::isPrime)
                    .count();
        }
        answers.add(job.unique().orElseThrow(), primes);
        return primes;
    }

    private static long border(Question question, int step) {
        return question.upTo() * step / STEPS;
    }

    private static boolean isPrime(long number) {
        if (number < 4) {
            return number > 1;
        }
        return number % 2 != 0
                && LongStream.iterate(3, divisor -> divisor * divisor <= number, divisor -> divisor + 2)
                        .noneMatch(divisor -> number % divisor == 0);
    }
}
