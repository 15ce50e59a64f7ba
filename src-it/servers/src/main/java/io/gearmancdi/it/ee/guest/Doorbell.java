package io.gearmancdi.it.ee.guest;

import io.gearmancdi.it.ee.app.Ring;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@link Ring} from outside. */
@WebServlet("/ring")
public class Doorbell extends HttpServlet {

    @Inject
    Ring ring;

    /** Made by the container. */
    public Doorbell() {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        response.getWriter().print(ring.answer());
    }
}
