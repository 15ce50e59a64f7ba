package io.gearmancdi.it.peers;

import io.gearmancdi.GearmanJob;
import io.gearmancdi.JobFailure;
import io.gearmancdi.JobHandler;
import io.gearmancdi.driver.Gearman;
import java.util.Map;

/** The jobs of worker.php, in Java. */
final class JavaJobs {

    private static final Map<String, JobHandler> JOBS = Map.of(
            "success", job -> reversed(job.bytes()),
            "empty", job -> "",
            "nothing", job -> null,
            "bytes", GearmanJob::bytes,
            "fail",
                    job -> {
                        throw new JobFailure();
                    },
            "exception",
                    job -> {
                        throw new IllegalStateException("broken");
                    },
            "data", JavaJobs::data,
            "warning", JavaJobs::warning,
            "status", JavaJobs::status);

    private JavaJobs() {}

    static void offer(Gearman gearman, String prefix) {
        JOBS.forEach((name, job) -> gearman.workers().register(prefix + "." + name, job, settings -> settings));
    }

    private static byte[] reversed(byte[] bytes) {
        var turned = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            turned[i] = bytes[bytes.length - 1 - i];
        }
        return turned;
    }

    private static String data(GearmanJob job) {
        job.sendData("one ");
        job.sendData("two ");
        return "end";
    }

    private static String warning(GearmanJob job) {
        job.sendWarning("careful");
        return "end";
    }

    private static String status(GearmanJob job) {
        job.sendStatus(1, 4);
        job.sendStatus(4, 4);
        return "end";
    }
}
