package io.gearmancdi.it.faults;

import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Carries bytes in one direction, as the weather lets it. */
final class Pump implements Runnable {

    private final Socket from;
    private final Socket to;
    private final Weather weather;
    private final boolean answers;
    private volatile byte[] read = {};

    /** @param answers whether this is what the server says */
    Pump(Socket from, Socket to, Weather weather, boolean answers) {
        this.from = from;
        this.to = to;
        this.weather = weather;
        this.answers = answers;
    }

    @Override
    public void run() {
        var bytes = new byte[8192];
        try {
            for (int n = from.getInputStream().read(bytes);
                    n >= 0;
                    n = from.getInputStream().read(bytes)) {
                weather.awaitPassage();
                pass(bytes, n);
                read = Arrays.copyOf(bytes, n);
            }
        } catch (IOException e) {
            // A connection was broken: that is what it is for
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** {@return whether the last that was read and passed on ends so} */
    boolean endsWith(byte[] end) {
        var last = read;
        int at = last.length - end.length;
        return at >= 0 && Arrays.equals(last, at, last.length, end, 0, end.length);
    }

    private void pass(byte[] bytes, int n) throws IOException {
        switch (weather.now()) {
            case LATENCY -> {
                pause(20);
                to.getOutputStream().write(bytes, 0, n);
            }
            case NO_ANSWER -> {
                if (answers) {
                    weather.damaged(1);
                } else {
                    to.getOutputStream().write(bytes, 0, n);
                }
            }
            case SLICE -> pieces(bytes, n, 7, 0);
            case THROTTLE -> pieces(bytes, n, 100, 1);
            default -> to.getOutputStream().write(bytes, 0, n);
        }
    }

    private void pieces(byte[] bytes, int n, int size, int millis) throws IOException {
        weather.damaged(n > size ? 1 : 0);
        for (int at = 0; at < n; at += size) {
            to.getOutputStream().write(bytes, at, Math.min(size, n - at));
            pause(millis);
        }
    }

    private static void pause(int millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
