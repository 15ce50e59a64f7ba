package io.gearmancdi.server.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.gearmancdi.server.engine.StoredJob;
import io.gearmancdi.spi.FlushPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStoreTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LARGE = 1 << 26;
    private static final long SMALL = 4096;

    private final ForgetfulVolume disk = new ForgetfulVolume();

    private static FileStore store(Volume volume, FlushPolicy policy) throws IOException {
        return new FileStore(volume, policy, 1000, LARGE);
    }

    static StoredJob job(long number) {
        return job(number, "work " + number);
    }

    private static StoredJob job(long number, String workload) {
        return new StoredJob(
                number, "f".getBytes(UTF_8), ("u" + number).getBytes(UTF_8), workload.getBytes(UTF_8), null, 1, 0, 0);
    }

    /** The jobs that a server finds which starts on this disk. */
    private static List<StoredJob> found(Volume volume) throws IOException {
        var jobs = new ArrayList<StoredJob>();
        try (var store = store(volume, FlushPolicy.EACH)) {
            store.recover((job, place) -> jobs.add(job));
        }
        return jobs;
    }

    private static List<Long> numbers(Volume volume) throws IOException {
        return found(volume).stream().map(StoredJob::number).toList();
    }

    private static void awaitKept(FileStore store, long group) {
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> store.kept() >= group);
    }

    @Nested
    class Keeps {
        @Test
        void everything_that_makes_a_job() throws IOException {
            var large = "x".repeat(700_000);
            var whole = new StoredJob(
                    17,
                    "f\u00e9".getBytes(UTF_8),
                    "u".getBytes(UTF_8),
                    large.getBytes(UTF_8),
                    "r".getBytes(UTF_8),
                    2,
                    99,
                    0);
            try (var store = store(disk, FlushPolicy.EACH)) {
                store.accepted(whole);
                store.lost(17, 3);
                store.write(0, 17);
            }

            assertThat(found(disk.loseCurrent(0))).singleElement().satisfies(job -> {
                assertThat(job.number()).isEqualTo(17);
                assertThat(new String(job.function(), UTF_8)).isEqualTo("f\u00e9");
                assertThat(new String(job.unique(), UTF_8)).isEqualTo("u");
                assertThat(new String(job.workload(), UTF_8)).isEqualTo(large);
                assertThat(job.reducer()).isEqualTo("r".getBytes(UTF_8));
                assertThat(job.priority()).isEqualTo(2);
                assertThat(job.due()).isEqualTo(99);
                assertThat(job.lost()).isEqualTo(3);
            });
        }

        @Test
        void what_has_not_ended_in_the_order_of_numbers() throws IOException {
            try (var store = store(disk, FlushPolicy.EACH)) {
                long place = store.accepted(job(1));
                store.accepted(job(2));
                store.accepted(job(3));
                store.ended(2, place);
                store.accepted(job(1)); // noted anew
                store.write(0, 3);
            }

            assertThat(numbers(disk)).containsExactly(1L, 3L);
        }

        @Test
        void numbers_from_being_given_again() throws IOException {
            try (var store = store(disk, FlushPolicy.EACH)) {
                store.ended(9, store.accepted(job(9)));
                store.write(0, 9);
            }

            try (var again = store(disk, FlushPolicy.EACH)) {
                assertThat(again.lastNumber()).isEqualTo(9);
            }
            try (var third = store(disk, FlushPolicy.EACH)) {
                assertThat(third.lastNumber()).isEqualTo(9);
            }
        }
    }

    @Nested
    class Forces {
        @Test
        void a_group_before_it_is_kept_and_what_comes_meanwhile_with_the_next() throws IOException {
            try (var store = store(disk, FlushPolicy.EACH)) {
                disk.block();
                store.accepted(job(1));
                store.accepted(job(2));
                long first = store.group();
                store.write(0, 2); // returns, though the disk does not
                await().atMost(PATIENCE).until(disk::isForcing);
                store.accepted(job(3));
                long second = store.group();
                store.write(0, 3);

                assertThat(second).isGreaterThan(first);
                assertThat(store.kept()).isLessThan(first);
                assertThat(numbers(disk.loseCurrent(0))).isEmpty();

                disk.lift();
                awaitKept(store, first);
                assertThat(store.kept()).isLessThan(second);
                assertThat(numbers(disk.loseCurrent(0))).containsExactly(1L, 2L);
                assertThat(disk.forces()).isEqualTo(1);

                store.write(0, 3);
                awaitKept(store, second);
                assertThat(numbers(disk.loseCurrent(0))).containsExactly(1L, 2L, 3L);
            }
        }

        @Test
        void a_file_that_is_full_with_the_one_that_follows() throws IOException {
            try (var store = new FileStore(disk, FlushPolicy.EACH, 1000, SMALL)) {
                for (long number = 1; number <= 50; number++) {
                    store.accepted(job(number, "x".repeat(200)));
                }
                long group = store.group();
                store.write(0, 50);
                awaitKept(store, group);

                assertThat(disk.names()).hasSize(2);
                assertThat(numbers(disk.loseCurrent(0))).hasSize(50);
            }
        }

        @Test
        void now_and_then_with_interval() throws IOException {
            try (var store = store(disk, FlushPolicy.INTERVAL)) {
                store.accepted(job(1));
                assertThat(store.group()).isZero();
                store.write(5000, 1);
                store.write(5999, 1);
                assertThat(store.deadline()).isEqualTo(6000);
                assertThat(disk.forces()).isZero();
                assertThat(numbers(disk.keepAll())).containsExactly(1L);

                store.write(6000, 1);
                awaitKept(store, 1);
                assertThat(numbers(disk.loseCurrent(0))).containsExactly(1L);
            }
        }

        @Test
        void never_with_none_until_it_is_closed() throws IOException {
            var store = store(disk, FlushPolicy.NONE);
            store.accepted(job(1));
            store.write(0, 1);
            store.write(1_000_000, 1);
            assertThat(store.deadline()).isEqualTo(Long.MAX_VALUE);
            assertThat(disk.forces()).isZero();

            store.close();
            assertThat(numbers(disk.loseCurrent(0))).containsExactly(1L);
        }

        @Test
        void nothing_again_after_it_has_failed() throws IOException {
            var store = store(disk, FlushPolicy.EACH);
            disk.fail();
            store.accepted(job(1));
            long group = store.group();
            store.write(0, 1);

            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThatThrownBy(() -> store.write(1, 1)).hasMessage("The disk is broken"));
            assertThat(store.kept()).isLessThan(group);
            assertThatThrownBy(store::close).hasMessage("The disk is broken");
        }
    }

    @Nested
    class Recovers {
        @Test
        void from_a_file_that_was_cut_at_any_byte() throws IOException {
            try (var store = store(disk, FlushPolicy.EACH)) {
                store.accepted(job(1));
                store.accepted(job(2));
                store.write(0, 2);
            }
            var name = disk.names().get(0);
            var whole = disk.get(name);
            int record = (whole.length - Format.HEADER) / 2;
            for (int length = 0; length <= whole.length; length++) {
                var cut = new ForgetfulVolume();
                cut.put(name, Arrays.copyOf(whole, length));

                int records = length < Format.HEADER ? 0 : (length - Format.HEADER) / record;
                assertThat(numbers(cut))
                        .as("%d bytes", length)
                        .isEqualTo(List.of(1L, 2L).subList(0, records));
            }
        }

        @Test
        void up_to_a_byte_that_has_changed() throws IOException {
            try (var store = store(disk, FlushPolicy.EACH)) {
                store.accepted(job(1));
                store.accepted(job(2));
                store.write(0, 2);
            }
            var name = disk.names().get(0);
            var whole = disk.get(name);
            int second = Format.HEADER + (whole.length - Format.HEADER) / 2;
            for (int place = second; place < whole.length; place++) {
                var changed = whole.clone();
                changed[place] ^= 1;
                var damaged = new ForgetfulVolume();
                damaged.put(name, changed);

                assertThat(numbers(damaged)).as("byte %d", place).containsExactly(1L);
            }
        }

        @Test
        void and_goes_on_in_a_new_file() throws IOException {
            try (var store = store(disk, FlushPolicy.EACH)) {
                store.accepted(job(1));
                store.write(0, 1);
            }
            var name = disk.names().get(0);
            var cut = new ForgetfulVolume();
            cut.put(name, Arrays.copyOf(disk.get(name), disk.get(name).length + 7)); // a tail of zeros
            try (var store = store(cut, FlushPolicy.EACH)) {
                store.recover((job, place) -> assertThat(job.number()).isEqualTo(1));
                store.accepted(job(2));
                store.write(0, 2);
            }

            assertThat(numbers(cut.loseCurrent(0))).containsExactly(1L, 2L);
        }
    }

    @Nested
    class Compacts {
        @Test
        void by_dropping_files_whose_jobs_have_all_ended() throws IOException {
            try (var store = new FileStore(disk, FlushPolicy.NONE, 1000, SMALL)) {
                for (long number = 1; number <= 5000; number++) {
                    store.ended(number, store.accepted(job(number)));
                    store.write(0, number);
                }

                assertThat(disk.total()).isLessThan(3 * SMALL);
            }
        }

        @Test
        void round_a_job_that_stays_and_keeps_it_whenever_the_power_fails() throws IOException {
            try (var store = new FileStore(disk, FlushPolicy.NONE, 1000, SMALL)) {
                long stays = store.accepted(job(1));
                int renewals = 0;
                for (long number = 2; number <= 5000; number++) {
                    store.ended(number, store.accepted(job(number)));
                    store.write(0, number);
                    if (store.stale() >= stays) {
                        long stale = store.stale();
                        stays = store.accepted(job(1));
                        store.renewed(stale);
                        renewals++;
                        store.write(0, number);
                        awaitKept(store, store.begun());
                        store.write(0, number);
                    }
                    if (renewals > 0 && number % 100 == 0) {
                        assertThat(numbers(disk.loseCurrent(0))).contains(1L);
                    }
                }

                assertThat(renewals).isPositive();
                assertThat(disk.total()).isLessThan(8 * SMALL);
            }
            assertThat(numbers(disk)).containsExactly(1L);
        }
    }

    @Nested
    class Drops {
        @Test
        void an_old_file_only_when_what_was_noted_anew_is_forced() throws IOException {
            try (var store = new FileStore(disk, FlushPolicy.EACH, 1000, SMALL)) {
                long place = store.accepted(job(1));
                long number = 1;
                while (store.stale() < place) {
                    store.ended(++number, store.accepted(job(number)));
                    store.write(0, number);
                    awaitKept(store, store.begun());
                }
                disk.block();
                long stale = store.stale();
                store.accepted(job(1));
                store.renewed(stale);
                store.write(0, number);
                await().atMost(PATIENCE).until(disk::isForcing);
                store.write(0, number);

                assertThat(numbers(disk.loseCurrent(0))).containsExactly(1L);
                assertThat(disk.names()).contains(Format.name(place));

                disk.lift();
                awaitKept(store, store.begun());
                store.write(0, number);
                assertThat(numbers(disk.loseCurrent(0))).containsExactly(1L);
                assertThat(disk.names()).doesNotContain(Format.name(place));
            }
        }
    }

    @Nested
    class Refuses {
        @TempDir
        Path directory;

        @Test
        void a_second_server() throws IOException {
            try (var first = FileStore.open(directory, FlushPolicy.EACH, 1000)) {
                assertThat(first.lastNumber()).isZero();
                assertThatThrownBy(() -> FileStore.open(directory, FlushPolicy.EACH, 1000))
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("in use");
            }
            FileStore.open(directory, FlushPolicy.EACH, 1000).close();
        }

        @Test
        void a_directory_with_foreign_files_and_leaves_them() throws IOException {
            var foreign = Files.writeString(directory.resolve("letters.txt"), "dear");

            assertThatThrownBy(() -> FileStore.open(directory, FlushPolicy.EACH, 1000))
                    .hasMessageContaining("letters.txt");
            assertThat(foreign).hasContent("dear");
            Files.delete(foreign);
            FileStore.open(directory, FlushPolicy.EACH, 1000).close(); // its lock is free
        }

        @Test
        void a_foreign_file_under_a_name_of_ours() {
            disk.put(Format.name(1), "SQLite format 3, and more of it that follows".getBytes(UTF_8));

            assertThatThrownBy(() -> store(disk, FlushPolicy.EACH)).hasMessageContaining("no file of a job store");
        }

        @Test
        void a_format_that_comes_later() throws IOException {
            store(disk, FlushPolicy.EACH).close();
            var name = disk.names().get(0);
            var newer = disk.get(name);
            newer[Format.MAGIC.length + Integer.BYTES - 1]++;
            disk.put(name, newer);

            assertThatThrownBy(() -> store(disk, FlushPolicy.EACH)).hasMessageContaining("format 2");
        }
    }
}
