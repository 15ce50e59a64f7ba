package io.gearmancdi.driver.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gearmancdi.protocol.Packet;
import io.gearmancdi.protocol.PacketType;
import java.util.ArrayList;
import java.util.List;

/** Values for the tests of sessions: what is sent is kept, what is heard becomes a line. */
final class Scripted {

    private Scripted() {}

    /** Keeps packets; each counts as 100 bytes. */
    static final class Sink implements PacketSink {

        static final long SIZE = 100;
        private final List<Packet> packets = new ArrayList<>();

        @Override
        public long send(Packet packet) {
            packets.add(packet);
            return (packets.size() - 1) * SIZE;
        }

        /** What was sent since this was asked last. */
        List<PacketType> takeTypes() {
            var types = packets.stream().map(Packet::type).toList();
            packets.clear();
            return types;
        }

        List<Packet> take() {
            var all = List.copyOf(packets);
            packets.clear();
            return all;
        }

        long bytes() {
            return packets.size() * SIZE;
        }
    }

    /** Keeps what a call hears. */
    static final class Call extends JobCall {

        final List<String> heard = new ArrayList<>();
        boolean background;
        boolean abandoned;
        Throwable cause;

        static Call inBackground() {
            var call = new Call();
            call.background = true;
            return call;
        }

        @Override
        public boolean isBackground() {
            return background;
        }

        @Override
        protected boolean isAbandoned() {
            return abandoned;
        }

        @Override
        protected void created(String handle) {
            heard.add("created " + handle);
        }

        @Override
        protected void data(byte[] data) {
            heard.add("data " + new String(data, UTF_8));
        }

        @Override
        protected void warning(byte[] data) {
            heard.add("warning " + new String(data, UTF_8));
        }

        @Override
        protected void status(long numerator, long denominator) {
            heard.add("status " + numerator + "/" + denominator);
        }

        @Override
        protected void completed(byte[] data) {
            heard.add("completed " + new String(data, UTF_8));
        }

        @Override
        protected void failed() {
            heard.add("failed");
        }

        @Override
        protected void excepted(byte[] data) {
            heard.add("excepted " + new String(data, UTF_8));
        }

        @Override
        protected void refused(String code, String text) {
            heard.add("refused " + code + " " + text);
        }

        @Override
        protected void lost(Loss loss, Throwable why) {
            heard.add("lost " + loss);
            cause = why;
        }
    }

    /** Keeps the answer to a question. */
    static final class Question extends StatusCall {

        final List<String> heard = new ArrayList<>();

        @Override
        protected void answered(boolean known, boolean running, long numerator, long denominator) {
            heard.add((known ? "known" : "unknown") + (running ? " running " : " waiting ") + numerator + "/"
                    + denominator);
        }

        @Override
        protected void refused(String code, String text) {
            heard.add("refused " + code + " " + text);
        }

        @Override
        protected void lost(Loss loss, Throwable cause) {
            heard.add("lost " + loss);
        }
    }
}
