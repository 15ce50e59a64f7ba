package io.gearmancdi.it;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.protocol.Decoder;
import io.gearmancdi.protocol.Encoder;
import io.gearmancdi.protocol.Magic;
import io.gearmancdi.protocol.Packet;
import io.gearmancdi.protocol.PacketType;
import io.gearmancdi.protocol.TextLine;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The server of the program openssl: it does TLS, we answer. Between packets it says in lines what it does. */
final class OpensslServer implements AutoCloseable {

    static final String HANDLE = "H:openssl:1";
    private static final long PATIENCE = 20;

    private final Process process;
    private final int port = TestJobServer.freePort();
    private final BlockingQueue<String> done = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> ready = new LinkedBlockingQueue<>();
    private final AtomicInteger connections = new AtomicInteger();

    private OpensslServer(TlsKeys keys, String... options) throws IOException {
        var command = new ArrayList<>(List.of(
                Programs.find("stdbuf").toString(), // it says what it has done when it has, not when it ends
                "-oL",
                Programs.find("openssl").toString(),
                "s_server",
                "-accept",
                "127.0.0.1:" + port,
                "-cert",
                keys.chainFile("server").toString(),
                "-key",
                keys.keyFile("server").toString()));
        command.addAll(List.of(options));
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var reader = new Thread(this::answer, "openssl");
        reader.setDaemon(true);
        reader.start();
    }

    static OpensslServer start(TlsKeys keys, String... options) throws Exception {
        var made = new OpensslServer(keys, options);
        assertThat(made.ready.poll(PATIENCE, TimeUnit.SECONDS)).as("it listens").isNotNull();
        return made;
    }

    int port() {
        return port;
    }

    /** How many have begun to speak. */
    int connections() {
        return connections.get();
    }

    /** One of its own commands; done when this returns. */
    void tell(String command) throws Exception {
        write(process.getOutputStream(), (command + "\n").getBytes(US_ASCII));
        assertThat(done.poll(PATIENCE, TimeUnit.SECONDS)).as(command).isNotNull();
    }

    private void answer() {
        var decoder = Decoder.ofRequests(1024 * 1024, 8192);
        try (var input = process.getInputStream()) {
            var bytes = new byte[8192];
            for (int n = input.read(bytes); n >= 0; n = input.read(bytes)) {
                for (int at = 0; at < n; ) {
                    var target = decoder.target();
                    int size = Math.min(target.remaining(), n - at);
                    target.put(bytes, at, size);
                    at += size;
                    for (var frame = decoder.next(); frame != null; frame = decoder.next()) {
                        if (frame instanceof TextLine line) {
                            note(line.text());
                        } else if (frame instanceof Packet packet) {
                            answer(packet);
                        }
                    }
                }
            }
        } catch (IOException e) {
            // It has ended
        }
    }

    private void note(String line) {
        if (line.contains("ACCEPT")) {
            ready.add(line);
        } else if (line.contains("SSL_do_handshake ->")) {
            done.add(line);
        }
    }

    private void answer(Packet request) throws IOException {
        switch (request.type()) {
            case ECHO_REQ -> respond(Packet.of(PacketType.ECHO_RES, request.bytes(0)));
            case OPTION_REQ -> {
                connections.incrementAndGet();
                respond(Packet.of(PacketType.OPTION_RES, request.bytes(0)));
            }
            case SUBMIT_JOB_BG -> respond(Packet.ofText(PacketType.JOB_CREATED, HANDLE));
            default -> throw new IOException("not known here: " + request.type());
        }
    }

    private void respond(Packet packet) throws IOException {
        var encoder = Encoder.of(Magic.RESPONSE);
        var bytes = ByteBuffer.allocate(encoder.length(packet));
        encoder.write(packet, bytes);
        write(process.getOutputStream(), bytes.array());
    }

    private static synchronized void write(OutputStream target, byte[] bytes) throws IOException {
        target.write(bytes);
        target.flush();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
