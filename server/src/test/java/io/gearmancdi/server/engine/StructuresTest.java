package io.gearmancdi.server.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.gearmancdi.protocol.Packet;
import io.gearmancdi.protocol.PacketType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** The intrusive lists and tables against what the JDK's collections say. */
class StructuresTest {
    private final Function function = new Function(Name.of("f"));
    private long number;

    private static Submission submission(String unique) {
        return Submission.of(Packet.ofText(PacketType.SUBMIT_JOB, "f", unique, ""));
    }

    private Job job(String unique) {
        return new Job(++number, function, submission(unique));
    }

    @RepeatedTest(20)
    void timersGiveTheEarliestJobWhateverIsTakenOut(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var timers = new Timers();
        var model = new ArrayList<Job>();

        for (int step = 0; step < 2_000; step++) {
            if (model.isEmpty() || random.nextInt(5) < 3) {
                var job = job("");
                timers.add(job, random.nextInt(500));
                model.add(job);
            } else {
                var job = model.remove(random.nextInt(model.size()));
                timers.remove(job);
                timers.remove(job);
            }
            assertThat(timers.next())
                    .isEqualTo(model.stream().mapToLong(job -> job.due).min().orElse(Long.MAX_VALUE));
        }
        var order = new ArrayList<Long>();
        for (var job = timers.due(500); job != null; job = timers.due(500)) {
            order.add(job.due);
            timers.remove(job);
        }
        assertThat(order).hasSameSizeAs(model).isSortedAccordingTo(Comparator.naturalOrder());
    }

    @RepeatedTest(5)
    void tablesFindWhatIsInAndNothingElse(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var numbers = new NumberTable();
        var uniques = new UniqueTable();
        var in = new ArrayList<Job>();
        var out = new ArrayList<Job>();

        for (int step = 0; step < 5_000; step++) {
            if (in.isEmpty() || random.nextInt(3) > 0) {
                var job = job("unique-" + step);
                numbers.add(job);
                uniques.add(job);
                in.add(job);
            } else {
                var job = in.remove(random.nextInt(in.size()));
                numbers.remove(job);
                uniques.remove(job);
                uniques.remove(job);
                out.add(job);
            }
        }

        assertThat(in).allSatisfy(job -> {
            assertThat(numbers.find(job.number)).isSameAs(job);
            assertThat(uniques.find(job.unique)).isSameAs(job);
        });
        assertThat(out).allSatisfy(job -> {
            assertThat(numbers.find(job.number)).isNull();
            assertThat(uniques.find(job.unique)).isNull();
        });
        assertThat(numbers.size()).isEqualTo(in.size());
    }

    @Test
    void tablesThatWereLargeGiveTheirMemoryBackAndLoseNobody() {
        var numbers = new NumberTable();
        var uniques = new UniqueTable();
        int smallest = numbers.room();
        var jobs = new ArrayList<Job>();
        for (int i = 0; i < 100_000; i++) {
            var job = job("unique-" + i);
            numbers.add(job);
            uniques.add(job);
            jobs.add(job);
        }
        assertThat(numbers.room()).isGreaterThanOrEqualTo(100_000);

        int left = jobs.size();
        for (var job : jobs) {
            numbers.remove(job);
            uniques.remove(job);
            left--;
            if (numbers.room() > Math.max(smallest, 4 * left) || uniques.room() > Math.max(smallest, 4 * left)) {
                fail("%d and %d buckets for %d jobs", numbers.room(), uniques.room(), left);
            }
            if (left == 1000) {
                assertThat(jobs.subList(99_000, 100_000)).allSatisfy(each -> {
                    assertThat(numbers.find(each.number)).isSameAs(each);
                    assertThat(uniques.find(each.unique)).isSameAs(each);
                });
            }
        }
        assertThat(List.of(numbers.room(), uniques.room())).containsOnly(smallest);
    }

    @Test
    void timersThatWereManyGiveTheirMemoryBack() {
        var timers = new Timers();
        int smallest = timers.room();
        for (int i = 0; i < 10_000; i++) {
            timers.add(job(""), i);
        }
        assertThat(timers.room()).isGreaterThanOrEqualTo(10_000);

        for (int left = 9_999; left >= 0; left--) {
            var first = timers.due(10_000);
            assertThat(first).isNotNull();
            timers.remove(first);
            assertThat(timers.room()).isLessThanOrEqualTo(Math.max(smallest, 4 * left));
        }
        assertThat(timers.next()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void listsKeepTheirOrderWhoeverLeaves() {
        var list = new JobList();
        var jobs = List.of(job(""), job(""), job(""), job(""));
        jobs.forEach(list::addLast);

        list.remove(jobs.get(1));
        assertThat(content(list)).containsExactly(jobs.get(0), jobs.get(2), jobs.get(3));
        list.remove(jobs.get(3));
        list.remove(jobs.get(0));
        list.addLast(jobs.get(1));
        assertThat(content(list)).containsExactly(jobs.get(2), jobs.get(1));
        list.remove(jobs.get(2));
        list.remove(jobs.get(1));
        assertThat(list.first()).isNull();
        assertThat(list.size()).isZero();
    }

    @Test
    void aWalkShowsWhatWasThereAtItsBeginningAndIsThereStill() {
        var arrivals = new Arrivals();
        var jobs = List.of(job(""), job(""), job(""), job(""), job(""));
        jobs.subList(0, 4).forEach(arrivals::add);
        try (var walk = arrivals.walk();
                var other = arrivals.walk()) {
            assertThat(walk.next()).isSameAs(jobs.get(0));
            arrivals.remove(jobs.get(0));
            arrivals.remove(jobs.get(1)); // the next of the one, the next but one of the other
            arrivals.remove(jobs.get(3)); // the last
            arrivals.add(jobs.get(4));

            assertThat(walk).toIterable().containsExactly(jobs.get(2));
            assertThat(other).toIterable().containsExactly(jobs.get(2));
        }
        try (var later = arrivals.walk()) {
            assertThat(later).toIterable().containsExactly(jobs.get(2), jobs.get(4));
        }
        arrivals.remove(jobs.get(4));
        arrivals.remove(jobs.get(2));
        assertThat(arrivals.walk()).toIterable().isEmpty();
        assertThat(jobs).extracting(job -> job.walks).containsOnly(0);
    }

    private static List<Job> content(JobList list) {
        var content = new ArrayList<Job>();
        for (var job = list.first(); job != null; job = job.nextInList) {
            content.add(job);
        }
        return content;
    }
}
