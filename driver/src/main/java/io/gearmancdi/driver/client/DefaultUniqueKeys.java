package io.gearmancdi.driver.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gearmancdi.spi.Submitted;
import io.gearmancdi.spi.UniqueKeyGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The library's own uniques. The content key of a background job is the MD5 of unprefixed name and workload, the same
 * that GearmanBundle makes, so that equal jobs of PHP and Java become one. That of a foreground job differs from it:
 * gearmand loses a background job when a foreground caller that was attached to it leaves.
 */
public final class DefaultUniqueKeys implements UniqueKeyGenerator {

    private static final String FOREGROUND = "fg-";

    private final String process = Long.toString(ThreadLocalRandom.current().nextLong() >>> 1, Character.MAX_RADIX);
    private final AtomicLong counter = new AtomicLong();

    /** Makes a generator whose random keys differ from those of every other process. */
    public DefaultUniqueKeys() {}

    @Override
    public Optional<String> generate(Submitted submission) {
        boolean background = submission.method().isBackground();
        return switch (submission.rule()) {
            case GIVEN -> submission.key();
            case CONTENT -> Optional.of(content(submission, background));
            case RANDOM -> Optional.of(random());
            case NONE -> background ? Optional.of(random()) : Optional.empty();
            case CONFIGURED -> {
                if (submission.generationEnabled()) {
                    yield Optional.of(content(submission, background));
                }
                yield background ? Optional.of(random()) : Optional.empty();
            }
        };
    }

    private static String content(Submitted submission, boolean background) {
        try {
            var md5 = MessageDigest.getInstance("MD5");
            md5.update(submission.job().getBytes(UTF_8));
            var key = HexFormat.of().formatHex(md5.digest(submission.workload()));
            return background ? key : FOREGROUND + key;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has MD5", e);
        }
    }

    /** Unique over processes and time: two random numbers and a count. */
    private String random() {
        return process + "-"
                + Integer.toString(ThreadLocalRandom.current().nextInt() >>> 1, Character.MAX_RADIX) + "-"
                + counter.incrementAndGet();
    }
}
