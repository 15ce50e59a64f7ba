package io.gearmancdi.it.wildfly.ear.second;

import io.gearmancdi.GearmanClient;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Calls the worker of the other web module, with text and with JSON. */
@WebServlet("/greet")
public class Frontdoor extends HttpServlet {

    private static final String FIRST = "io.gearmancdi.it.wildfly.ear.first.First~";

    @Inject
    GearmanClient client;

    /** Made by the container. */
    public Frontdoor() {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var parcel = new Parcel();
        parcel.item = "pears";
        parcel.pieces = 3;
        var twice = client.doJob(FIRST + "twice", parcel).as(Parcel.class);
        var greeting = client.doJob(FIRST + "greet", "Ada").text();
        response.getWriter().print(greeting + ": " + twice.pieces + " " + twice.item);
    }
}
