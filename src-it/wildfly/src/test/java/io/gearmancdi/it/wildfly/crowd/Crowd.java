package io.gearmancdi.it.wildfly.crowd;

import io.gearmancdi.GearmanWorkers;
import io.gearmancdi.ServerAddress;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Offers twenty functions on every server, and has a task of its own for the executor. */
@WebServlet(urlPatterns = "/task", loadOnStartup = 1)
public class Crowd extends HttpServlet {

    /** How many workers there are. */
    public static final int WORKERS = 20;

    @Inject
    GearmanWorkers workers;

    @Inject
    @ConfigProperty(name = "gearman.servers")
    String servers;

    @Resource
    ManagedExecutorService executor;

    /** Made by the container. */
    public Crowd() {}

    @Override
    public void init() {
        var addresses = Stream.of(servers.split(",")).map(ServerAddress::parse).toList();
        for (int i = 0; i < WORKERS; i++) {
            workers.register("crowd-" + i, job -> job.text(), settings -> settings.withServers(addresses));
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        try {
            response.getWriter().print(executor.submit(() -> "done").get(30, TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException e) {
            throw new ServletException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServletException(e);
        }
    }
}
