package io.gearmancdi.protocol;

import static io.gearmancdi.protocol.Wire.ascii;
import static io.gearmancdi.protocol.Wire.decoded;
import static io.gearmancdi.protocol.Wire.encoded;
import static io.gearmancdi.protocol.Wire.join;
import static io.gearmancdi.protocol.Wire.sample;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecoderTest {
    private static final int LIMIT = 1 << 20;

    private final Decoder requests = Decoder.ofRequests(LIMIT, 8192);
    private final Decoder responses = Decoder.ofResponses(LIMIT);

    @ParameterizedTest
    @EnumSource
    void readsEveryTypeAsARequest(PacketType type) {
        assertThat(decoded(requests, encoded(Magic.REQUEST, sample(type)))).containsExactly(sample(type));
    }

    @ParameterizedTest
    @EnumSource
    void readsAsAResponseWhatAServerSends(PacketType type) {
        var bytes = encoded(Magic.RESPONSE, sample(type));

        if (type.fromServer()) {
            assertThat(decoded(responses, bytes)).containsExactly(sample(type));
        } else {
            assertThatExceptionOfType(ProtocolException.class)
                    .isThrownBy(() -> decoded(responses, bytes))
                    .withMessage(type + " is no packet of a job server");
        }
    }

    @Nested
    class HoweverTheNetworkCutsTheBytes {
        private final List<Frame> all = new ArrayList<>();
        private final byte[] bytes;

        HoweverTheNetworkCutsTheBytes() {
            var joined = new ArrayList<byte[]>();
            for (var type : PacketType.values()) {
                all.add(sample(type));
                joined.add(encoded(Magic.REQUEST, sample(type)));
                all.add(new TextLine("status"));
                joined.add(ascii("status\r\n"));
            }
            bytes = join(joined.toArray(byte[][]::new));
        }

        @Test
        void oneByteAtATime() {
            assertThat(decoded(requests, bytes, 1)).isEqualTo(all);
        }

        @Test
        void atEveryPlace() {
            for (int cut = 1; cut < bytes.length; cut++) {
                var decoder = Decoder.ofRequests(LIMIT, 8192);
                var frames = new ArrayList<Frame>();
                Wire.feed(decoder, Arrays.copyOf(bytes, cut), frames);
                Wire.feed(decoder, Arrays.copyOfRange(bytes, cut, bytes.length), frames);

                assertThat(frames).as("cut at %s", cut).isEqualTo(all);
            }
        }
    }

    @Nested
    class WithLargeData {
        @ParameterizedTest
        @ValueSource(
                ints = {
                    0, 1, 4065, 4066, 4067, 4083, 4084, 4096, 8191, 8192, 8193, 16384, 32768, 65504, 65505, 65506,
                    65523, 65524, 65525, 65535, 65536, 65537, 131071, 131072, 131073, 1_000_000
                })
        void findsThisPacketAndTheNext(int length) {
            var large = Packet.of(PacketType.WORK_COMPLETE, ascii("H:a:1"), pattern(length));
            var next = Packet.ofText(PacketType.WORK_FAIL, "H:a:2");
            var bytes = join(encoded(Magic.RESPONSE, large), encoded(Magic.RESPONSE, next));

            for (int pieces : new int[] {Integer.MAX_VALUE / 2, 1 << 16, 4096, 1000, 37}) {
                assertThat(decoded(Decoder.ofResponses(LIMIT), bytes, pieces)).containsExactly(large, next);
            }
        }

        @Test
        @SuppressWarnings("ByteBufferBackingArray")
        void readsStraightIntoTheFinalArray() {
            var bytes = encoded(Magic.RESPONSE, Packet.of(PacketType.WORK_DATA, ascii("H:a:1"), pattern(100_000)));
            responses.target().put(bytes, 0, 100);
            assertThat(responses.next()).isNull();

            var target = responses.target();
            target.put(bytes, 100, bytes.length - 100);

            assertThat(target.hasRemaining()).isFalse();
            assertThat(responses.next())
                    .isInstanceOfSatisfying(
                            Packet.class,
                            packet -> assertThat(packet.data())
                                    .isSameAs(target.array())
                                    .isEqualTo(pattern(100_000)));
        }

        @Test
        void startsSmallAndGrowsTo64KiBWhileReadsFillTheBuffer() {
            var capacities = new ArrayList<Integer>();
            for (int read = 0; read < 6; read++) {
                var target = requests.target();
                capacities.add(target.capacity());
                while (target.hasRemaining()) {
                    target.put((byte) '\n');
                }
                while (requests.next() != null) {}
            }

            assertThat(capacities).containsExactly(4096, 8192, 16384, 32768, 65536, 65536);
        }

        private byte[] pattern(int length) {
            var bytes = new byte[length];
            for (int i = 0; i < length; i++) {
                bytes[i] = (byte) (i * 31 + i / 251);
            }
            return bytes;
        }
    }

    @Nested
    class Tolerates {
        @Test
        void aMissingNulBeforeEmptyDataAsPerlSendsIt() {
            var bytes = join(Wire.packet("\0REQ", 13, "H:a:1"), Wire.packet("\0REQ", 9, ""));

            assertThat(decoded(requests, bytes))
                    .containsExactly(
                            Packet.ofText(PacketType.WORK_COMPLETE, "H:a:1", ""), Packet.of(PacketType.GRAB_JOB));
        }

        @ParameterizedTest
        @CsvSource({"'H:a:1', '', ''", "'H:a:1\0', '', ''", "'H:a:1\0003', 3, ''", "'H:a:1\0003\0', 3, ''"})
        void aStatusThatLacksItsNumbersAsPerlSendsIt(String body, String numerator, String denominator) {
            var bytes = join(Wire.packet("\0REQ", 12, body), Wire.packet("\0REQ", 9, ""));

            assertThat(decoded(requests, bytes, 1))
                    .containsExactly(
                            Packet.ofText(PacketType.WORK_STATUS, "H:a:1", numerator, denominator),
                            Packet.of(PacketType.GRAB_JOB));
        }

        @Test
        void aBodyWhereNoneBelongs() {
            var bytes = join(Wire.packet("\0REQ", 9, "junk".repeat(10_000)), Wire.packet("\0REQ", 4, ""));

            assertThat(decoded(requests, bytes, 999))
                    .containsExactly(Packet.of(PacketType.GRAB_JOB), Packet.of(PacketType.PRE_SLEEP));
        }

        @Test
        void aRequestWithTheMagicOfAResponse() {
            var bytes = join(Wire.packet("\0RES", 16, "abc"), Wire.packet("\0REQ", 16, "def"));

            assertThat(decoded(requests, bytes))
                    .containsExactly(
                            new WrongMagic(Packet.ofText(PacketType.ECHO_REQ, "abc")),
                            Packet.ofText(PacketType.ECHO_REQ, "def"));
        }
    }

    @Nested
    class ReadsLines {
        @Test
        void thatEndWithLfOrCrlf() {
            assertThat(decoded(requests, ascii("status\nworkers\r\n\n\r\nshow  jobs \n")))
                    .containsExactly(
                            new TextLine("status"),
                            new TextLine("workers"),
                            new TextLine(""),
                            new TextLine(""),
                            new TextLine("show  jobs "));
        }

        @Test
        void upToTheLimit() {
            var line = "x".repeat(8192);

            assertThat(decoded(requests, ascii(line + "\n"), 100)).containsExactly(new TextLine(line));
        }

        @Test
        void byteByByteWhateverTheirCharset() {
            var bytes = "maxqueue größe 5\n".getBytes(UTF_8);

            var line = (TextLine) decoded(requests, bytes, 1).get(0);

            assertThat((line.text() + "\n").getBytes(ISO_8859_1)).isEqualTo(bytes);
        }
    }
}
