package io.gearmancdi.it.ee.guest;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Comes after another application and takes the places where the JDK and a server hold what they did last: the thread
 * that served a request, and the record whose methods were linked last.
 */
@WebServlet("/quiet")
public class Quiet extends HttpServlet {

    /** Made by the container. */
    public Quiet() {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var one = new Last("one");
        var other = new Last("other");
        response.setContentType("text/plain");
        response.getWriter().print(one.equals(other) + " " + (one.hashCode() == other.hashCode()) + " " + one);
    }

    private record Last(String name) {}
}
