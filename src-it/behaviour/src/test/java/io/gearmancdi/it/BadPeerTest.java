package io.gearmancdi.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gearmancdi.ServerErrorException;
import io.gearmancdi.SubmissionUnknownException;
import io.gearmancdi.driver.Gearman;
import io.gearmancdi.protocol.PacketType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers that break the protocol: the connection ends with a clear reason, the next one works. */
@Timeout(60)
class BadPeerTest {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final int NOOPS = 1_000_000;

    private Peer peer;
    private Logged log;

    @BeforeEach
    void listen() {
        log = new Logged();
    }

    @AfterEach
    void close() throws IOException {
        log.close();
        if (peer != null) {
            peer.close();
        }
    }

    /** What no server may say to anybody, and words of the reason that is given. */
    static List<Arguments> nonsense() {
        return List.of(
                Arguments.of("another protocol", "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(UTF_8), "0x48545450"),
                Arguments.of("a request", header(0x00524551, 6, 0), "0x524551"),
                Arguments.of("type 0", header(0x00524553, 0, 0), "type"),
                Arguments.of("an unknown type", header(0x00524553, 999, 0), "type"),
                Arguments.of("a negative type", header(0x00524553, 0x80000000, 0), "type"),
                Arguments.of("the largest size", header(0x00524553, 8, 0xFFFFFFFF), "4294967295"),
                Arguments.of("a size over the limit", header(0x00524553, 28, 16 * 1024 * 1024 + 1), "16777217"),
                Arguments.of("a type of clients", header(0x00524553, 7, 0), "SUBMIT_JOB"),
                Arguments.of("a missing argument", packet(12, "H:peer:1\0001"), "WORK_STATUS"),
                Arguments.of("a packet without its argument", packet(11, ""), "JOB_ASSIGN"));
    }

    private static byte[] header(int magic, int type, int size) {
        return ByteBuffer.allocate(12).putInt(magic).putInt(type).putInt(size).array();
    }

    private static byte[] packet(int type, String body) {
        return ByteBuffer.allocate(12 + body.length())
                .put(header(0x00524553, type, body.length()))
                .put(body.getBytes(UTF_8))
                .array();
    }

    private Gearman.Builder gearman() {
        return Gearman.builder()
                .servers(List.of(peer.address()))
                .clientTimeout(SOON)
                .shutdownTimeout(Duration.ofSeconds(2));
    }

    @Nested
    class ToAClient {

        private final Peer.Script honest = (talk, one) -> {
            switch (one.type()) {
                case OPTION_REQ -> talk.say(PacketType.OPTION_RES, "exceptions");
                case SUBMIT_JOB -> {
                    talk.say(PacketType.JOB_CREATED, "H:peer:1");
                    talk.say(PacketType.WORK_COMPLETE, "H:peer:1", "done");
                }
                default -> {}
            }
        };

        @ParameterizedTest(name = "{0}")
        @MethodSource("io.gearmancdi.it.BadPeerTest#nonsense")
        void endsTheConnectionAndTheNextOneWorks(String what, byte[] bytes, String reason) throws IOException {
            breaksOnce(talk -> talk.say(bytes));
            try (var gearman = gearman().build()) {
                assertThatThrownBy(() -> call(gearman)).isInstanceOf(SubmissionUnknownException.class);
                assertThat(call(gearman)).isEqualTo("done");
            }
            log.await("GCDR-013", SOON);
            assertThat(log.lines()).anyMatch(line -> line.contains("GCDR-013") && line.contains(reason));
        }

        @ParameterizedTest
        @MethodSource("answersOfOthers")
        void getsAnAnswerThatIsNotForIt(PacketType type, List<String> arguments) throws IOException {
            breaksOnce(talk -> talk.say(type, arguments.toArray(String[]::new)));
            try (var gearman = gearman().build()) {
                assertThatThrownBy(() -> call(gearman)).isInstanceOf(SubmissionUnknownException.class);
                assertThat(call(gearman)).isEqualTo("done");
            }
            log.await(type.name(), SOON);
        }

        static List<Arguments> answersOfOthers() {
            return List.of(
                    Arguments.of(PacketType.NOOP, List.of()),
                    Arguments.of(PacketType.NO_JOB, List.of()),
                    Arguments.of(PacketType.JOB_ASSIGN, List.of("H:peer:1", "f", "x")),
                    Arguments.of(PacketType.STATUS_RES, List.of("H:peer:1", "1", "1", "1", "1")),
                    Arguments.of(PacketType.ECHO_RES, List.of("x")));
        }

        @Test
        void getsEndlessNoops() throws IOException {
            breaksOnce(talk -> {
                for (int i = 0; i < NOOPS; i++) {
                    talk.say(PacketType.NOOP);
                }
            });
            try (var gearman = gearman().build()) {
                assertThatThrownBy(() -> call(gearman)).isInstanceOf(SubmissionUnknownException.class);
                assertThat(call(gearman)).isEqualTo("done");
            }
        }

        @Test
        void getsAHandleThatIsTooLong() throws IOException {
            breaksOnce(talk -> talk.say(PacketType.JOB_CREATED, "H:" + "x".repeat(5000)));
            try (var gearman = gearman().build()) {
                assertThatThrownBy(() -> call(gearman)).isInstanceOf(SubmissionUnknownException.class);
                assertThat(call(gearman)).isEqualTo("done");
            }
            log.await("handle of 5002", SOON);
        }

        @Test
        void getsAnErrorInPlaceOfTheAcceptance() throws IOException {
            breaksOnce(talk -> talk.say(PacketType.ERROR, "ODD", "not today"));
            try (var gearman = gearman().build()) {
                assertThatThrownBy(() -> call(gearman))
                        .isInstanceOf(ServerErrorException.class)
                        .hasMessageContainingAll("ODD", "not today");
                assertThat(call(gearman)).isEqualTo("done");
            }
            assertThat(peer.connections()).as("the connection is good").isEqualTo(1);
        }

        @Test
        void hearsOfStrangersJobs() throws IOException {
            peer = Peer.following((talk, one) -> {
                if (one.type() == PacketType.SUBMIT_JOB) {
                    for (int i = 0; i < 10_000; i++) {
                        var stranger = "H:stranger:" + i;
                        talk.say(PacketType.WORK_DATA, stranger, "not yours");
                        talk.say(PacketType.WORK_STATUS, stranger, "1", "2");
                        talk.say(PacketType.WORK_COMPLETE, stranger, "not yours");
                    }
                }
                honest.heard(talk, one);
            });
            try (var gearman = gearman().build()) {
                assertThat(call(gearman)).isEqualTo("done");
            }
            assertThat(peer.connections()).isEqualTo(1);
        }

        @Test
        void getsByteAfterByte() throws IOException {
            peer = Peer.following((talk, one) -> {
                if (one.type() == PacketType.SUBMIT_JOB) {
                    slowly(talk, packet(27, "exceptions"));
                    slowly(talk, packet(8, "H:peer:1"));
                    slowly(talk, packet(13, "H:peer:1\0done"));
                }
            });
            try (var gearman = gearman().build()) {
                assertThat(call(gearman)).isEqualTo("done");
            }
        }

        /** The first submission of all is answered badly, everything else as it should be. */
        private void breaksOnce(Act bad) throws IOException {
            var submissions = new CopyOnWriteArrayList<Peer.Heard>();
            peer = Peer.following((talk, one) -> {
                if (one.type() == PacketType.SUBMIT_JOB) {
                    submissions.add(one);
                    if (submissions.size() == 1) {
                        bad.on(talk);
                        return;
                    }
                }
                honest.heard(talk, one);
            });
        }

        private static String call(Gearman gearman) {
            return gearman.client().foreign().doJob("f", "x").text();
        }
    }

    @Nested
    class ToAWorker {

        private final List<String> ran = new CopyOnWriteArrayList<>();
        private final CompletableFuture<Peer.Heard> end = new CompletableFuture<>();

        @ParameterizedTest(name = "{0}")
        @MethodSource("io.gearmancdi.it.BadPeerTest#nonsense")
        void endsTheConnectionAndTheNextOneWorks(String what, byte[] bytes, String reason) throws Exception {
            breaksOnce(talk -> talk.say(bytes));
            worksOnTheSecondConnection();
            assertThat(log.lines()).anyMatch(line -> line.contains("GCDR-002") && line.contains(reason));
        }

        @ParameterizedTest
        @MethodSource("answersOfOthers")
        void getsAnAnswerThatIsNotForIt(PacketType type, List<String> arguments) throws Exception {
            breaksOnce(talk -> talk.say(type, arguments.toArray(String[]::new)));
            worksOnTheSecondConnection();
            assertThat(log.lines()).anyMatch(line -> line.contains("GCDR-002") && line.contains(type.name()));
        }

        static List<Arguments> answersOfOthers() {
            return List.of(
                    Arguments.of(PacketType.WORK_COMPLETE, List.of("H:stranger:1", "x")),
                    Arguments.of(PacketType.WORK_DATA, List.of("H:stranger:1", "x")),
                    Arguments.of(PacketType.WORK_FAIL, List.of("H:stranger:1")),
                    Arguments.of(PacketType.JOB_CREATED, List.of("H:stranger:1")),
                    Arguments.of(PacketType.STATUS_RES, List.of("H:peer:1", "1", "1", "1", "1")));
        }

        @Test
        void getsAJobThatItDidNotAskFor() throws Exception {
            breaksOnce(talk -> {
                talk.say(PacketType.NO_JOB);
                talk.say(PacketType.JOB_ASSIGN_UNIQ, "H:peer:9", "f", "", "unasked");
            });
            worksOnTheSecondConnection();
            assertThat(log.lines()).anyMatch(line -> line.contains("GCDR-002") && line.contains("without a GRAB_JOB"));
        }

        @Test
        void getsEndlessNoops() throws Exception {
            breaksOnce(talk -> {
                for (int i = 0; i < NOOPS; i++) {
                    talk.say(PacketType.NOOP);
                }
            });
            worksOnTheSecondConnection();
            assertThat(peer.heard().stream()
                            .filter(one -> one.connection() == 1 && one.type() == PacketType.GRAB_JOB_UNIQ))
                    .as("it asks once, however often it is called")
                    .hasSize(1);
            assertThat(log.lines()).anyMatch(line -> line.contains("GCDR-002") && line.contains("NOOP"));
        }

        @Test
        void isCalledWithoutEndForNothing() throws IOException {
            peer = Peer.following((talk, one) -> {
                switch (one.type()) {
                    case GRAB_JOB_UNIQ -> talk.say(PacketType.NO_JOB);
                    case PRE_SLEEP -> talk.say(PacketType.NOOP);
                    default -> {}
                }
            });
            try (var gearman = gearman().build()) {
                gearman.workers().register("f", job -> "done", all -> all);
                // It pauses 320 ms at the end; without a guard it would ask some ten thousand times a second
                Awaitility.await()
                        .during(Duration.ofSeconds(3))
                        .atMost(SOON)
                        .until(() -> peer.count(PacketType.GRAB_JOB_UNIQ) < 60);
                assertThat(peer.connections()).isEqualTo(1);
            }
        }

        @Test
        void isAlwaysBadAndTriedWithGrowingPauses() throws IOException {
            peer = Peer.following((talk, one) -> {
                if (one.type() == PacketType.GRAB_JOB_UNIQ) {
                    talk.say(PacketType.NO_JOB);
                    talk.say(PacketType.WORK_FAIL, "H:stranger:1");
                }
            });
            try (var gearman = gearman().build()) {
                gearman.workers().register("f", job -> "done", all -> all);
                Awaitility.await("it goes on trying").atMost(SOON).until(() -> peer.connections() > 2);
                Awaitility.await().during(Duration.ofSeconds(3)).atMost(SOON).until(() -> peer.connections() < 25);
            }
        }

        @Test
        void getsByteAfterByte() throws Exception {
            peer = Peer.following((talk, one) -> {
                switch (one.type()) {
                    case GRAB_JOB_UNIQ -> slowly(talk, packet(31, "H:peer:1\0f\0unique\0x"));
                    case WORK_COMPLETE -> end.complete(one);
                    default -> {}
                }
            });
            try (var gearman = gearman().build()) {
                gearman.workers().register("f", job -> "done " + job.text(), all -> all);
                assertThat(end.get(SOON.toSeconds(), TimeUnit.SECONDS).body())
                        .asString()
                        .isEqualTo("H:peer:1\0done x");
            }
        }

        /** The first request for a job is answered badly; on the second connection there is one. */
        private void breaksOnce(Act bad) throws IOException {
            peer = Peer.following((talk, one) -> {
                switch (one.type()) {
                    case GRAB_JOB_UNIQ -> {
                        if (talk.number() == 1) {
                            bad.on(talk);
                        } else if (!end.isDone() && ran.isEmpty()) {
                            talk.say(PacketType.JOB_ASSIGN_UNIQ, "H:peer:1", "f", "", "x");
                        } else {
                            talk.say(PacketType.NO_JOB);
                        }
                    }
                    case ECHO_REQ -> talk.say(packet(17, new String(one.body(), UTF_8)));
                    case WORK_COMPLETE -> end.complete(one);
                    default -> {}
                }
            });
        }

        private void worksOnTheSecondConnection() throws Exception {
            try (var gearman = gearman().build()) {
                gearman.workers()
                        .register(
                                "f",
                                job -> {
                                    ran.add(job.text());
                                    return "done";
                                },
                                all -> all);
                assertThat(end.get(SOON.toSeconds(), TimeUnit.SECONDS).connection())
                        .isEqualTo(2);
                assertThat(ran).containsExactly("x");
            }
        }
    }

    private static void slowly(Peer.Talk talk, byte[] bytes) throws IOException {
        for (byte one : bytes) {
            talk.say(new byte[] {one});
        }
    }

    /** What a bad server does. */
    @FunctionalInterface
    private interface Act {
        void on(Peer.Talk talk) throws IOException;
    }
}
