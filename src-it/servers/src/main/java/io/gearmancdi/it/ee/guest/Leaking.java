package io.gearmancdi.it.ee.guest;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Leaves a thread with a socket behind, until somebody connects to that. */
@WebServlet("/leak")
public class Leaking extends HttpServlet {

    /** Made by the container. */
    public Leaking() {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        new Thread(() -> stay(socket)).start();
        response.getWriter().print(socket.getLocalPort());
    }

    private static void stay(ServerSocket socket) {
        try (socket;
                Socket end = socket.accept()) {
            end.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
