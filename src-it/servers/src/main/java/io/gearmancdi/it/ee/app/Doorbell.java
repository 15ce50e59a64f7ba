package io.gearmancdi.it.ee.app;

import io.gearmancdi.GearmanClient;
import io.gearmancdi.it.app.Recorder;
import io.gearmancdi.it.app.ScaleRequest;
import io.gearmancdi.it.app.Thumbnail;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Uses a bit of everything when it is rung: a client, jobs, JSON, events. */
@WebServlet("/ring")
public class Doorbell extends HttpServlet {

    private static final String APP = "io.gearmancdi.it.app.";

    @Inject
    GearmanClient client;

    @Inject
    Recorder recorder;

    /** Made by the container. */
    public Doorbell() {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        recorder.watch("Texts~scale");
        var text = client.doJob(APP + "Texts~reverse", "drow").text();
        var thumbnail = client.doJob(APP + "Texts~scale", ScaleRequest.of(640)).as(Thumbnail.class);
        client.doBackgroundJob("io.gearmancdi.it.ee.app.Ledger~book", "from a servlet");
        response.setContentType("text/plain");
        response.getWriter()
                .print(text + " " + thumbnail.getWidth() + " "
                        + recorder.lines().contains("completed"));
    }
}
