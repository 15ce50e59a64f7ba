package io.gearmancdi.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gearmancdi.spi.FlushPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The power fails at any moment, and of what was not forced any part may have reached the disk. */
class PowerFailureTest {
    private static final int GROUPS = 150;
    private static final long FILE = 16 * 1024;

    private final Logger log = Logger.getLogger("io.gearmancdi.server");

    /**
     * Jobs that have not ended, and where they are noted; those that clients were not told of yet are also among the
     * fresh.
     */
    private final Map<Long, Long> alive = new TreeMap<>();

    private final List<Long> fresh = new ArrayList<>();
    private final ForgetfulVolume disk = new ForgetfulVolume();
    private long number;
    private int failures;
    private int renewals;

    /** Each start says what it found; hundreds of them say too much. */
    @BeforeEach
    void logLittle() {
        log.setLevel(Level.SEVERE);
    }

    @AfterEach
    void logAll() {
        log.setLevel(null);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void nothing_is_missing_that_was_promised(int seed) throws IOException {
        var chance = new Random(seed);
        try (var store = new FileStore(disk, FlushPolicy.EACH, 1000, FILE)) {
            for (int group = 0; group < GROUPS; group++) {
                endSome(store, chance);
                failPower(chance);
                acceptSome(store, chance);
                failPower(chance);
                renew(store);
                long waited = store.group();
                store.write(0, number);
                failPower(chance);
                store.write(0, number); // where the force before was under way
                await().atMost(Duration.ofSeconds(30))
                        .pollDelay(Duration.ZERO)
                        .pollInterval(Duration.ofMillis(1))
                        .until(() -> {
                            store.write(0, number);
                            return store.kept() >= waited;
                        });
                fresh.clear();
                failPower(chance);
            }
        }

        assertThat(failures).isEqualTo(4 * GROUPS);
        assertThat(renewals).as("files whose last jobs were noted anew").isPositive();
        assertThat(disk.total()).isLessThan(20 * FILE);
    }

    private void endSome(FileStore store, Random chance) {
        alive.entrySet().removeIf(job -> {
            boolean ends = job.getKey() % 50 != 0 && chance.nextInt(10) < 2;
            if (ends) {
                store.ended(job.getKey(), job.getValue());
            }
            return ends;
        });
    }

    private void acceptSome(FileStore store, Random chance) {
        for (int i = chance.nextInt(60); i >= 0; i--) {
            alive.put(++number, store.accepted(FileStoreTest.job(number)));
            fresh.add(number);
        }
    }

    /** What an engine does. */
    private void renew(FileStore store) {
        long stale = store.stale();
        if (stale != JobStore.NOWHERE) {
            alive.replaceAll(
                    (job, place) -> place <= stale ? store.accepted(FileStoreTest.job(job)) : place.longValue());
            store.renewed(stale);
            renewals++;
        }
    }

    private void failPower(Random chance) throws IOException {
        var promised = new TreeSet<>(alive.keySet());
        fresh.forEach(promised::remove);
        var found = new TreeSet<Long>();
        try (var store = new FileStore(disk.loseSome(chance), FlushPolicy.EACH, 1000, FILE)) {
            store.recover((job, place) -> {
                assertThat(job.workload())
                        .isEqualTo(FileStoreTest.job(job.number()).workload());
                found.add(job.number());
            });
        }
        assertThat(found).as("after %d failures of power", failures).containsAll(promised);
        failures++;
    }
}
