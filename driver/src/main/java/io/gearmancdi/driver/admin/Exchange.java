package io.gearmancdi.driver.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.protocol.AdminProtocol;
import io.gearmancdi.protocol.ProtocolException;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** One connection on which commands are asked and answered in turn. Blocks; not thread-safe. */
final class Exchange implements AutoCloseable {

    private final Socket socket;
    private final byte[] buffer = new byte[8 * 1024];
    private long room;
    private int next;
    private int end;

    /**
     * Connects.
     *
     * @param settings the timeout is for connecting, and again for all that is asked
     */
    Exchange(ServerAddress server, AdminSettings settings) throws IOException {
        room = settings.maxAnswer();
        long timeout = settings.timeout().toNanos();
        var plain = connect(server, System.nanoTime() + timeout);
        try {
            socket = settings.tls() == null ? plain : settings.tls().secure(plain, server);
        } catch (IOException | RuntimeException e) {
            close(plain);
            throw e;
        }
        plain.deadline(System.nanoTime() + timeout);
    }

    private static PatientSocket connect(ServerAddress server, long deadline) throws IOException {
        var failure = new IOException("no address");
        for (var address : Lookup.within(deadline, () -> InetAddress.getAllByName(server.host()))) {
            var made = new PatientSocket(deadline);
            try {
                made.setTcpNoDelay(true);
                made.connect(new InetSocketAddress(address, server.port()));
                return made;
            } catch (IOException e) {
                close(made);
                failure = e;
            }
        }
        throw failure;
    }

    /** The answer that is one line, without its end. */
    String line(String command) throws IOException {
        ask(command);
        return readLine();
    }

    /** The rows of a table; a single line that begins with ERR where the server refuses. */
    List<String> table(String command) throws IOException {
        ask(command);
        var rows = new ArrayList<String>();
        for (var row = readLine(); !row.equals(AdminProtocol.END); row = readLine()) {
            rows.add(row);
            if (rows.size() == 1 && AdminProtocol.isError(row)) {
                break;
            }
        }
        return rows;
    }

    /** gearmand takes CR LF after every command, and cuts the name in some where the CR is missing. */
    private void ask(String command) throws IOException {
        socket.getOutputStream().write((command + "\r\n").getBytes(UTF_8));
    }

    private String readLine() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int c = read(); c != '\n'; c = read()) {
            line.write(c);
        }
        var text = line.toString(UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private int read() throws IOException {
        if (next == end) {
            fill();
        }
        return buffer[next++];
    }

    private void fill() throws IOException {
        int read = socket.getInputStream().read(buffer);
        if (read < 0) {
            throw new EOFException("the server closed the connection");
        }
        room -= read;
        if (room < 0) {
            throw new ProtocolException("An answer beyond gearman.client.max-result-size");
        }
        next = 0;
        end = read;
    }

    @Override
    public void close() {
        close(socket);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // All that was asked is answered, or has failed already
        }
    }
}
