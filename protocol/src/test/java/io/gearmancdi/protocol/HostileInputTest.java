package io.gearmancdi.protocol;

import static io.gearmancdi.protocol.Wire.ascii;
import static io.gearmancdi.protocol.Wire.decoded;
import static io.gearmancdi.protocol.Wire.header;
import static io.gearmancdi.protocol.Wire.join;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileInputTest {
    private final Decoder requests = Decoder.ofRequests(20_000, 8192);
    private final Decoder responses = Decoder.ofResponses(20_000);

    @ParameterizedTest
    @CsvSource({"0, 0", "43, 43", "0x7fffffff, 2147483647", "-0x80000000, 2147483648", "-1, 4294967295"})
    void unknownTypesAreRefused(String type, String shown) {
        int code = Integer.decode(type);

        refused(requests, header("\0REQ", code, 0), "Unknown packet type " + shown);
        refused(responses, header("\0RES", code, 0), "Unknown packet type " + shown);
    }

    @ParameterizedTest
    @CsvSource({"-1, 4294967295", "-0x80000000, 2147483648", "0x7fffffff, 2147483647", "20001, 20001"})
    void lengthsOverTheLimitAreRefusedOnceTheHeaderIsThere(String length, String shown) {
        int declared = Integer.decode(length);

        refused(requests, header("\0REQ", 7, declared), "SUBMIT_JOB of " + shown + " bytes exceeds the limit of 20000");
        refused(
                responses,
                header("\0RES", 13, declared),
                "WORK_COMPLETE of " + shown + " bytes exceeds the limit of 20000");
    }

    @Test
    void aBodyWithoutArgumentsIsLimitedToo() {
        refused(requests, header("\0REQ", 9, 20_001), "GRAB_JOB of 20001 bytes exceeds the limit of 20000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0RE?", "\0\0\0\0", "\0req"})
    void otherMagicIsRefusedBeforeTheHeaderIsComplete(String magic) {
        refused(requests, ascii(magic), "Not a packet: it begins with 0x");
        refused(responses, ascii(magic), "Not a packet: it begins with 0x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0REQ", "HTTP/1.1 400", "\25\3\1\0\2\2\50", "OK 1.1.20\n"})
    void aClientAcceptsResponsesAlone(String bytes) {
        refused(responses, ascii(bytes), "Not a packet: it begins with 0x");
    }

    @ParameterizedTest
    @EnumSource
    void missingArgumentsDoNotReachIntoTheNextPacket(PacketType type) {
        boolean report = type.toServer() && type.fromServer(); // perl omits what is empty in them
        for (int given = 1; given < type.arguments().size() && !report; given++) {
            var bytes = join(Wire.packet("\0REQ", type.code(), "a\0".repeat(given - 1) + "a"), ascii("a\0a\0a\0"));

            refused(
                    Decoder.ofRequests(20_000, 8192),
                    bytes,
                    type + " ends in its argument " + type.arguments().get(given - 1));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"WORK_STATUS", "WORK_COMPLETE", "WORK_DATA"})
    void aReportNamesItsJob(PacketType type) {
        refused(requests, header("\0REQ", type.code(), 0), type + " ends in its argument handle");
    }

    @Test
    void anEmptyBodyIsNoSubmission() {
        refused(requests, header("\0REQ", 7, 0), "SUBMIT_JOB ends in its argument function");
    }

    @Test
    void argumentsAreLimitedToEightKibibytesTogether() {
        var half = "f".repeat(4095) + '\0';

        assertThat(decoded(requests, Wire.packet("\0REQ", 7, half + half + "data")))
                .hasSize(1);
        refused(
                requests,
                Wire.packet("\0REQ", 7, half + 'f' + half),
                "SUBMIT_JOB with arguments of more than 8192 bytes");
    }

    @Test
    void anEndlessArgumentIsRefusedBeforeItEnds() {
        var bytes = join(header("\0REQ", 7, 19_000), ascii("f".repeat(8192)));

        refused(requests, bytes, "SUBMIT_JOB with arguments of more than 8192 bytes");
    }

    @Test
    void anArgumentThatIsNotDataIsLimitedThoughItIsTheLast() {
        assertThat(decoded(requests, Wire.packet("\0REQ", 1, "f".repeat(8192)))).hasSize(1);
        refused(requests, header("\0REQ", 1, 8193), "CAN_DO with arguments of more than 8192 bytes");
    }

    @ParameterizedTest
    @ValueSource(ints = {8193, 8194, 20_000})
    void aLineOverTheLimitIsRefusedThoughItHasNoEnd(int length) {
        refused(requests, ascii("x".repeat(length)), "Line of text longer than 8192 bytes");
    }

    @Test
    void anAbandonedBufferOfALimitIsNotAllocated() {
        var decoder = Decoder.ofRequests(Integer.MAX_VALUE, 100);

        refused(decoder, header("\0REQ", 7, -1), "SUBMIT_JOB of 4294967295 bytes exceeds the limit of 2147483647");
    }

    @Test
    void limitsMustMakeSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> Decoder.ofResponses(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> Decoder.ofRequests(1, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> Decoder.ofRequests(1, 65_536));
    }

    private static void refused(Decoder decoder, byte[] bytes, String message) {
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> decoded(decoder, bytes))
                .withMessageStartingWith(message);
    }
}
