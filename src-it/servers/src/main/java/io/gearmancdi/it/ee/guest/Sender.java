package io.gearmancdi.it.ee.guest;

import io.gearmancdi.GearmanClient;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Submits a job when it is asked to: its application has no workers. */
@WebServlet("/send")
public class Sender extends HttpServlet {

    @Inject
    GearmanClient client;

    /** Made by the container. */
    public Sender() {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        client.foreign().doBackgroundJob("for-nobody", "here");
        response.getWriter().print("sent");
    }
}
