package io.gearmancdi.cdi;

import io.gearmancdi.GearmanOutput;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.concurrent.atomic.AtomicReference;

/** One writer for all workers, which leads to the console while that runs one, else to nowhere. */
@ApplicationScoped
public class ConsoleOutput implements GearmanOutput {

    private final AtomicReference<Writer> target = new AtomicReference<>(Writer.nullWriter());
    private final PrintWriter writer = new PrintWriter(new Redirected(target), true);

    /** Made by the container. */
    public ConsoleOutput() {}

    @Override
    public PrintWriter writer() {
        return writer;
    }

    /**
     * Leads the output to a console.
     *
     * @param console takes it
     * @return leads it to nowhere again, if no other console has come since
     */
    public Runnable leadTo(PrintWriter console) {
        target.set(console);
        return () -> target.compareAndSet(console, Writer.nullWriter());
    }
}
