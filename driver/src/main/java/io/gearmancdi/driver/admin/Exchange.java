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
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One connection on which commands are asked and answered in turn. Blocks; not thread-safe. */
final class Exchange implements AutoCloseable {

    private final Socket socket;
    private final long deadline;
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
        long connected = System.nanoTime() + timeout;
        var plain = connect(server, connected);
        try {
            plain.setSoTimeout(millisLeft(connected));
            socket = settings.tls() == null ? plain : settings.tls().secure(plain, server);
        } catch (IOException | RuntimeException e) {
            close(plain);
            throw e;
        }
        deadline = System.nanoTime() + timeout;
    }

    private static Socket connect(ServerAddress server, long deadline) throws IOException {
        var failure = new IOException("no address");
        for (var address : within(deadline, () -> InetAddress.getAllByName(server.host()))) {
            var socket = new Socket();
            try {
                socket.setTcpNoDelay(true);
                socket.connect(new InetSocketAddress(address, server.port()), millisLeft(deadline));
                return socket;
            } catch (IOException e) {
                close(socket);
                failure = e;
            }
        }
        throw failure;
    }

    /** Looking a name up may block for long, whatever the caller's patience: a thread of its own does it. */
    static InetAddress[] within(long deadline, Callable<InetAddress[]> lookup) throws IOException {
        var task = new FutureTask<>(lookup);
        var thread = new Thread(task, "gearman-lookup");
        thread.setDaemon(true);
        thread.start();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw new IOException("unknown host", e.getCause());
        } catch (TimeoutException e) {
            throw new SocketTimeoutException("the name was not looked up in time");
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
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
        socket.setSoTimeout(millisLeft(deadline));
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

    private static int millisLeft(long deadline) throws IOException {
        long left = (deadline - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            throw new SocketTimeoutException("nothing in time");
        }
        return (int) Math.min(left, Integer.MAX_VALUE);
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
