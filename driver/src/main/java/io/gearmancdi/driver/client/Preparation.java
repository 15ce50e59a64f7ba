package io.gearmancdi.driver.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gearmancdi.JobRequest;
import io.gearmancdi.ServerAddress;
import io.gearmancdi.SubmitMethod;
import io.gearmancdi.UniqueRule;
import io.gearmancdi.UniqueTooLongException;
import io.gearmancdi.WorkloadTooLargeException;
import io.gearmancdi.driver.payload.FunctionNames;
import io.gearmancdi.driver.payload.Payloads;
import io.gearmancdi.protocol.Packet;
import io.gearmancdi.protocol.PacketType;
import io.gearmancdi.spi.UniqueKeyGenerator;
import java.time.Duration;
import java.util.List;

/** Turns requests into packets: names, payloads, uniques and limits are settled here, before anything is sent. */
final class Preparation {

    private static final int MAX_UNIQUE = 63;
    private static final int ARGUMENTS = 1024;

    private final ClientSettings settings;
    private final JobCatalog catalog;
    private final Payloads payloads;
    private final UniqueKeyGenerator uniques;

    Preparation(ClientSettings settings, JobCatalog catalog, Payloads payloads, UniqueKeyGenerator uniques) {
        this.settings = settings;
        this.catalog = catalog;
        this.payloads = payloads;
        this.uniques = uniques;
    }

    /** The function of a job on the wire. */
    String function(String job, boolean foreign) {
        return foreign ? FunctionNames.check(job) : catalog.get(job).function();
    }

    /** How {@code callJob} submits. */
    SubmitMethod defaultMethod(String job, boolean foreign) {
        return foreign ? SubmitMethod.NORMAL : catalog.get(job).defaultMethod();
    }

    Prepared prepare(JobRequest request, SubmitMethod method, boolean foreign, List<ServerAddress> servers) {
        var function = function(request.job(), foreign);
        var workload = payloads.encode(request.workload().orElse(null), "The workload of '" + request.job() + "'");
        if (workload.length > settings.maxPacketSize() - ARGUMENTS) {
            throw new WorkloadTooLargeException(
                    "The workload of '" + request.job() + "' has " + workload.length
                            + " bytes, more than gearman.max-packet-size (" + settings.maxPacketSize() + ") allows",
                    function);
        }
        var submitted = new SubmittedJob(
                request.job(),
                function,
                workload,
                method,
                request.uniqueRule(),
                request.unique(),
                settings.generateUniqueKeys());
        var unique = uniques.generate(submitted).orElse("");
        checkUnique(unique, request, function, method.isBackground());
        return new Prepared(
                request.job(),
                function,
                unique,
                packet(request, method, function, unique, workload),
                method.isBackground(),
                method.isBackground() && isRandom(request.uniqueRule()),
                nanos(request.timeout().orElse(settings.timeout())),
                request.context().orElse(null),
                servers);
    }

    /** Only the library's own generator makes a key that no other submission has. */
    private boolean isRandom(UniqueRule rule) {
        return uniques instanceof DefaultUniqueKeys
                && switch (rule) {
                    case RANDOM, NONE -> true;
                    case CONFIGURED -> !settings.generateUniqueKeys();
                    case GIVEN, CONTENT -> false;
                };
    }

    private static void checkUnique(String unique, JobRequest request, String function, boolean background) {
        int length = unique.getBytes(UTF_8).length;
        boolean missing = length == 0 && (background || request.uniqueRule() == UniqueRule.GIVEN);
        if (missing || length > MAX_UNIQUE || unique.indexOf('\0') >= 0) {
            throw new UniqueTooLongException(
                    "The unique of '" + request.job() + "' has " + length + " bytes"
                            + (unique.indexOf('\0') >= 0 ? " and holds a NUL" : "") + "; job servers take 1 to "
                            + MAX_UNIQUE + " without NUL",
                    function);
        }
    }

    private static Packet packet(
            JobRequest request, SubmitMethod method, String function, String unique, byte[] workload) {
        var name = function.getBytes(UTF_8);
        var key = unique.getBytes(UTF_8);
        if (request.notBefore().isPresent()) {
            if (method != SubmitMethod.BACKGROUND) {
                throw new IllegalArgumentException("'" + request.job()
                        + "' has a notBefore: job servers delay background jobs of normal priority only");
            }
            // Servers know whole seconds only, and not before is not before
            var begin = request.notBefore().get();
            var time = Long.toString(Math.max(0, begin.getEpochSecond() + (begin.getNano() > 0 ? 1 : 0)));
            return Packet.of(PacketType.SUBMIT_JOB_EPOCH, name, key, time.getBytes(UTF_8), workload);
        }
        return Packet.of(type(method), name, key, workload);
    }

    private static PacketType type(SubmitMethod method) {
        return switch (method) {
            case DEFAULT, NORMAL -> PacketType.SUBMIT_JOB;
            case HIGH -> PacketType.SUBMIT_JOB_HIGH;
            case LOW -> PacketType.SUBMIT_JOB_LOW;
            case BACKGROUND -> PacketType.SUBMIT_JOB_BG;
            case HIGH_BACKGROUND -> PacketType.SUBMIT_JOB_HIGH_BG;
            case LOW_BACKGROUND -> PacketType.SUBMIT_JOB_LOW_BG;
        };
    }

    private static long nanos(Duration timeout) {
        try {
            return timeout.toNanos();
        } catch (ArithmeticException e) {
            return 0;
        }
    }
}
