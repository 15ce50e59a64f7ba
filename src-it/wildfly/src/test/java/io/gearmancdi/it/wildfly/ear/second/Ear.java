package io.gearmancdi.it.wildfly.ear.second;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tells what this module has heard. */
@WebServlet("/heard")
public class Ear extends HttpServlet {

    @Inject
    Hearing hearing;

    /** Made by the container. */
    public Ear() {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print(String.join(", ", hearing.heard()));
    }
}
