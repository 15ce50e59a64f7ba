package io.gearmancdi.examples.payara;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who wants to hear of reminders that are due. */
@ApplicationScoped
public class Listeners {

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    void add(Sse sse, SseEventSink sink) {
        listeners.add(new Listener(sse, sink));
        // Until something is sent, the other side does not know that it is heard
        sink.send(sse.newEventBuilder().comment("listening").build());
    }

    void tell(@Observes Rung rung) {
        listeners.removeIf(listener -> listener.sink().isClosed());
        listeners.forEach(listener -> listener.tell(rung));
    }

    private record Listener(Sse sse, SseEventSink sink) {

        void tell(Rung rung) {
            sink.send(sse.newEventBuilder().id(rung.id()).data(rung.text()).build());
        }
    }
}
