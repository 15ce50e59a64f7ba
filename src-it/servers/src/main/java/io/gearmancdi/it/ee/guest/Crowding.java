package io.gearmancdi.it.ee.guest;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Takes every thread that serves requests and every one of the managed executor at once, so that none keeps what it did
 * for another application: each request brings a task, and all wait for each other, as far as there are threads.
 */
@WebServlet("/crowd")
public class Crowding extends HttpServlet {

    /** How many requests are to come at once. */
    public static final int REQUESTS = 40;

    private final CountDownLatch requests = new CountDownLatch(REQUESTS);
    private final CountDownLatch tasks = new CountDownLatch(2 * REQUESTS);

    @Resource
    ManagedExecutorService executor;

    /** Made by the container. */
    public Crowding() {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            executor.submit(() -> gather(tasks));
            gather(requests);
            // No longer: some servers run requests and tasks on the same threads
            gather(tasks);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
        response.getWriter().print("done");
    }

    /** Whoever has waited a second lets all go: more do not fit. */
    private static boolean gather(CountDownLatch all) throws InterruptedException {
        all.countDown();
        boolean everybody = all.await(1, TimeUnit.SECONDS);
        while (all.getCount() > 0) {
            all.countDown();
        }
        return everybody;
    }
}
