package io.gearmancdi.it.wildfly.crowd;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/** The application around the workers: it has a task of its own for the executor. */
@WebServlet("/task")
public class Crowd extends HttpServlet {

    /** How many workers there are. */
    public static final int WORKERS = 20;

    @Resource
    ManagedExecutorService executor;

    /** Made by the container. */
    public Crowd() {}

    /** {@return their names} */
    public static List<String> workers() {
        return IntStream.rangeClosed(1, WORKERS)
                .mapToObj("Member%02d"::formatted)
                .toList();
    }

    /** {@return the functions that they offer} */
    public static List<String> functions() {
        return workers().stream()
                .map(worker -> Crowd.class.getPackageName() + "." + worker + "~serve")
                .toList();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        try {
            response.getWriter().print(executor.submit(() -> "done").get(60, TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException e) {
            throw new ServletException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServletException(e);
        }
    }
}
