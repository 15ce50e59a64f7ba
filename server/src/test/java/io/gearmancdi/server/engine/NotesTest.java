package io.gearmancdi.server.engine;

import static io.gearmancdi.protocol.PacketType.CAN_DO;
import static io.gearmancdi.protocol.PacketType.GRAB_JOB_UNIQ;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB_BG;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB_EPOCH;
import static io.gearmancdi.protocol.PacketType.SUBMIT_JOB_HIGH_BG;
import static io.gearmancdi.protocol.PacketType.WORK_COMPLETE;
import static io.gearmancdi.protocol.PacketType.WORK_FAIL;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the engine has noted so that it outlives the process, and what it makes of such notes. */
class NotesTest {
    private final List<String> notes = new ArrayList<>();
    private final List<StoredJob> stored = new ArrayList<>();
    private final Journal journal = new Journal() {
        private long place;

        @Override
        public long accepted(StoredJob job) {
            stored.add(job);
            notes.add("accepted " + job.number() + ' ' + new String(job.unique(), UTF_8));
            return ++place;
        }

        @Override
        public void lost(long number, int lost) {
            notes.add("lost " + number + ' ' + lost);
        }

        @Override
        public void ended(long number, long where) {
            notes.add("ended " + number + " at " + where);
        }
    };
    private final Stage stage = new Stage(new Rules().tries(3), journal);

    private List<String> notes() {
        var taken = List.copyOf(notes);
        notes.clear();
        return taken;
    }

    @Test
    void notes_background_jobs_alone_and_before_their_client_is_told() {
        var client = stage.actor();
        client.sends(SUBMIT_JOB, "f", "fore", "w");
        client.sends(SUBMIT_JOB_BG, "f", "back", "w");

        assertThat(notes()).containsExactly("accepted 2 back");
        assertThat(client.sees()).containsExactly("JOB_CREATED H:test:1", "(held)", "JOB_CREATED H:test:2");
    }

    @Test
    void notes_once_what_many_submit_and_has_each_wait() {
        var client = stage.actor();
        client.sends(SUBMIT_JOB_BG, "f", "u", "w");
        client.sends(SUBMIT_JOB_BG, "f", "u", "w");

        assertThat(notes()).containsExactly("accepted 1 u");
        assertThat(client.sees()).containsExactly("(held)", "JOB_CREATED H:test:1", "(held)", "JOB_CREATED H:test:1");
    }

    @Test
    void notes_a_foreground_job_that_a_background_submission_joins() {
        stage.actor().sends(SUBMIT_JOB, "f", "u", "w").sends(SUBMIT_JOB_BG, "f", "u", "w");

        assertThat(notes()).containsExactly("accepted 1 u");
    }

    @Test
    void notes_every_end() {
        var client = stage.actor();
        for (var unique : List.of("a", "b", "c", "d")) {
            client.sends(SUBMIT_JOB_BG, "f", unique, "w");
        }
        notes();
        var worker = stage.worker("f");
        worker.sends(GRAB_JOB_UNIQ).sends(WORK_COMPLETE, "H:test:1", "");
        worker.sends(GRAB_JOB_UNIQ).sends(WORK_FAIL, "H:test:2");
        client.types("cancel job H:test:3");
        worker.sends(GRAB_JOB_UNIQ);
        client.types("cancel job H:test:4"); // it runs: its end is noted once
        worker.sends(WORK_COMPLETE, "H:test:4", "");

        assertThat(notes()).containsExactly("ended 1 at 1", "ended 2 at 2", "ended 3 at 3", "ended 4 at 4");
    }

    @Test
    void notes_lost_workers_until_the_tries_end() {
        stage.actor().sends(SUBMIT_JOB_BG, "f", "u", "w");
        notes();
        for (int tries = 0; tries < 3; tries++) {
            stage.worker("f").sends(GRAB_JOB_UNIQ).leaves();
        }

        assertThat(notes()).containsExactly("lost 1 1", "lost 1 2", "ended 1 at 1");
    }

    @Test
    void goes_on_with_what_another_process_has_noted() {
        var client = stage.actor();
        client.sends(SUBMIT_JOB_BG, "f", "normal", "w1");
        client.sends(SUBMIT_JOB_HIGH_BG, "f", "high", "w2");
        client.sends(SUBMIT_JOB_EPOCH, "f", "later", Long.toString(stage.nowInSeconds() + 60), "w3");

        var next = new Stage(new Rules(), journal);
        stored.forEach(job -> next.engine().restore(job, 7, next.nowInSeconds() * 1000));
        var worker = next.actor().sends(CAN_DO, "f");
        assertThat(worker.asks(GRAB_JOB_UNIQ)).containsExactly("JOB_ASSIGN_UNIQ H:test:2 f high w2");
        assertThat(worker.asks(GRAB_JOB_UNIQ)).containsExactly("JOB_ASSIGN_UNIQ H:test:1 f normal w1");
        assertThat(worker.asks(GRAB_JOB_UNIQ)).containsExactly("NO_JOB");
        assertThat(next.actor().asks(SUBMIT_JOB_BG, "f", "normal", "w")).contains("JOB_CREATED H:test:1");
        assertThat(next.actor().asks(SUBMIT_JOB_BG, "f", "new", "w")).contains("JOB_CREATED H:test:4");
        notes();
        worker.sends(WORK_COMPLETE, "H:test:1", "");
        assertThat(notes()).containsExactly("ended 1 at 7");
        assertThat(worker.asks(GRAB_JOB_UNIQ)).containsExactly("JOB_ASSIGN_UNIQ H:test:4 f new w");
        next.seconds(60);
        assertThat(worker.asks(GRAB_JOB_UNIQ)).containsExactly("JOB_ASSIGN_UNIQ H:test:3 f later w3");
    }

    @Test
    void counts_tries_of_another_process() {
        stage.actor().sends(SUBMIT_JOB_BG, "f", "u", "w");
        var job = stored.get(0);
        var tried =
                new StoredJob(job.number(), job.function(), job.unique(), job.workload(), null, job.priority(), 0, 2);

        var next = new Stage(new Rules().tries(3), journal);
        next.engine().restore(tried, 1, 0);
        next.worker("f").sends(GRAB_JOB_UNIQ).leaves();
        assertThat(next.engine().jobs()).isZero();
    }

    @Test
    void notes_anew_what_stands_at_old_places_and_a_delayed_job_with_its_time() {
        var client = stage.actor();
        long due = stage.nowInSeconds() + 60;
        client.sends(SUBMIT_JOB_BG, "f", "a", "w");
        client.sends(SUBMIT_JOB_EPOCH, "f", "b", Long.toString(due), "w");
        client.sends(SUBMIT_JOB_BG, "f", "c", "w");
        client.sends(SUBMIT_JOB, "f", "fore", "w");
        notes();

        assertThat(stage.engine().renew(2, 1)).isFalse();
        assertThat(stage.engine().renew(2, 100)).isTrue();
        assertThat(notes()).containsExactly("accepted 1 a", "accepted 2 b");
        assertThat(stored.get(4).due()).isEqualTo(due * 1000);
        stage.engine().renew(2, 100);
        assertThat(notes()).isEmpty();
    }
}
