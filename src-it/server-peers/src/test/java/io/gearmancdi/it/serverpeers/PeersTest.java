package io.gearmancdi.it.serverpeers;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.driver.Gearman;
import io.gearmancdi.it.JobServerKind;
import io.gearmancdi.it.TestJobServer;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Who talks to whom through the server: Perl, the programs of libgearman, and our own driver. PHP has a module of its
 * own.
 */
@ParameterizedClass
@EnumSource(JobServerKind.class)
@Timeout(180)
class PeersTest {
    @Parameter
    JobServerKind kind;

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private TestJobServer server;

    @BeforeEach
    void start() {
        server = TestJobServer.start(kind);
        started.push(server);
    }

    @AfterEach
    void stop() throws Exception {
        for (var each : started) {
            each.close();
        }
    }

    private ServerAddress address() {
        return server.address();
    }

    private Program started(Program program) {
        started.push(program);
        return program;
    }

    private Program perlWorker(String... prefix) throws IOException {
        return started(Program.perl("worker.pl", address(), prefix));
    }

    private String perlClient(String how, String function, String workload, String... prefix) throws IOException {
        var arguments = Stream.concat(Stream.of(how, function, workload), Stream.of(prefix));
        return started(Program.perl("client.pl", address(), arguments.toArray(String[]::new)))
                .output();
    }

    private String program(String name, String... arguments) throws IOException {
        return started(Program.of(name, address(), arguments)).output();
    }

    private Gearman driver() {
        var gearman = Gearman.builder().servers(List.of(address())).build();
        started.push(gearman);
        return gearman;
    }

    /** gearmand cannot do this, for the fault of that number; the control would hang. */
    private void assumeNotGearmand(int fault) {
        Assumptions.assumeFalse(kind == JobServerKind.GEARMAND, "fault " + fault + " of gearmand");
    }

    @Test
    void aClientInPerlIsServedByAWorkerInPerl() throws IOException {
        perlWorker();

        assertThat(perlClient("call", "reverse", "abc")).isEqualTo("result: cba\n");
        assertThat(perlClient("call", "progress", "abc")).isEqualTo("1/2 result: done\n");
    }

    @Test
    void aClientInPerlIsServedByOurWorker() throws IOException {
        driver().workers().register("upper", job -> job.text().toUpperCase(java.util.Locale.ROOT), all -> all);

        assertThat(perlClient("call", "upper", "abc")).isEqualTo("result: ABC\n");
    }

    @Test
    void ourClientIsServedByAWorkerInPerl() throws IOException {
        perlWorker();

        assertThat(driver().client().foreign().doJob("reverse", "abc").text()).isEqualTo("cba");
    }

    @Test
    void jobsInTheBackgroundOfPerlAreRun() throws IOException {
        assertThat(perlClient("background", "reverse", "abc")).isEqualTo("accepted\n");
        assertThat(program("gearadmin", "--status")).isEqualTo("reverse\t1\t0\t0\n.\n");

        perlWorker();

        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(program("gearadmin", "--status")).contains("reverse\t0\t0\t1\n"));
    }

    @Test
    void aPrefixOfPerlIsPartOfTheName() throws IOException {
        perlWorker("dev");

        assertThat(perlClient("call", "reverse", "abc", "dev")).isEqualTo("result: cba\n");
        assertThat(program("gearadmin", "--status")).contains("dev\treverse\t0\t0\t1\n");
    }

    @Test
    void dataAndWarningsOfPerlArrive() throws IOException {
        assumeNotGearmand(10);
        perlWorker();

        assertThat(perlClient("call", "updates", "abc")).isEqualTo("data: one data:  warning: careful result: end\n");
    }

    @Test
    void progressOfPerlThatLacksItsSecondNumberArrives() throws IOException {
        assumeNotGearmand(10);
        perlWorker();

        assertThat(perlClient("call", "half", "abc")).isEqualTo("1/ result: done\n");
    }

    @Test
    void aTimeoutOfPerlIsInSeconds() throws IOException {
        assumeNotGearmand(23);
        var worker = perlWorker();

        assertThat(perlClient("call", "slow", "abc")).isEqualTo("result: done\n");
        assertThat(worker.isAlive()).isTrue();
    }

    @Test
    void aClientInPerlThatAsksForExceptionsGetsThem() throws IOException {
        perlWorker();

        assertThat(perlClient("exceptions", "broken", "abc")).isEqualTo("exception failed\n");
    }

    @Test
    void aClientInPerlLearnsHowItsJobStands() throws IOException {
        assertThat(perlClient("status", "nobody", "abc")).isEqualTo("known waiting\n");
    }

    @Test
    void aClientInPerlJoinsItsJobByTheUnique() throws IOException {
        assertThat(perlClient("again", "nobody", "abc")).isEqualTo("joined\n");
        assertThat(program("gearadmin", "--show-unique-jobs")).isEqualTo("mine\n.\n");
    }

    @Test
    void aJobOfPerlMayBeUrgent() throws IOException {
        perlClient("background", "nobody", "1");
        perlClient("high", "nobody", "2");

        assertThat(program("gearadmin", "--priority-status")).isEqualTo("nobody\t1\t1\t0\t0\n.\n");
    }

    @Test
    void anEmptyResultOfPerlArrives() throws IOException {
        assumeNotGearmand(10);
        perlWorker();

        assertThat(perlClient("call", "empty", "abc")).isEqualTo("result: \n");
        assertThat(driver().client().foreign().doJob("empty", "abc").text()).isEmpty();
    }

    @Test
    void aWorkerInPerlSurvivesAJobThatDies() throws IOException {
        assumeNotGearmand(11);
        var worker = perlWorker();

        assertThat(perlClient("call", "broken", "abc")).isEqualTo("failed\n");

        assertThat(perlClient("call", "reverse", "abc")).isEqualTo("result: cba\n");
        assertThat(worker.isAlive()).isTrue();
    }

    @Test
    void theProgramsAreServedByAWorkerInPerlAndTheOtherWayRound() throws IOException {
        perlWorker();
        assertThat(program("gearman", "-f", "reverse", "abc")).isEqualTo("cba");

        started(Program.of("gearman", address(), "-w", "-f", "upper", "--", "tr", "a-z", "A-Z"));
        assertThat(perlClient("call", "upper", "abc")).isEqualTo("result: ABC\n");
    }

    @Test
    void theProgramOfOperatorsSeesAndChangesWhatThereIs() throws IOException {
        program("gearman", "-f", "upper", "-b", "-u", "mine", "x");

        assertThat(program("gearadmin", "--server-version")).isNotBlank();
        assertThat(program("gearadmin", "--show-unique-jobs")).isEqualTo("mine\n.\n");
        assertThat(program("gearadmin", "--priority-status")).isEqualTo("upper\t0\t1\t0\t0\n.\n");
        assertThat(program("gearadmin", "--create-function=new")).startsWith("OK");
        assertThat(program("gearadmin", "--status")).contains("\nne"); // gearmand cuts it, fault 17
        assertThat(program("gearadmin", "--drop-function=new")).startsWith("OK");
        assertThat(program("gearadmin", "--status")).isEqualTo("upper\t1\t0\t0\n.\n");
        var handle = program("gearadmin", "--show-jobs").split("\t", -1)[0];
        assertThat(program("gearadmin", "--cancel-job=" + handle)).startsWith("OK");

        var run = new ConcurrentLinkedQueue<String>();
        driver().workers().register("upper", job -> run.add(job.text()), all -> all);
        driver().client().foreign().doJob("upper", "y");
        assertThat(run).as("jobs that were not cancelled").containsExactly("y");
    }
}
