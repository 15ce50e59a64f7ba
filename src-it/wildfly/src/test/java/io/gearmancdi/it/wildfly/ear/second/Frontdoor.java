package io.gearmancdi.it.wildfly.ear.second;

import io.gearmancdi.GearmanClient;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Calls the worker of the other web module. */
@WebServlet("/greet")
public class Frontdoor extends HttpServlet {

    @Inject
    GearmanClient client;

    /** Made by the container. */
    public Frontdoor() {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter()
                .print(client.doJob("io.gearmancdi.it.wildfly.ear.first.First~greet", "Ada")
                        .text());
    }
}
