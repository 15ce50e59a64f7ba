package io.gearmancdi.server.engine;

import io.gearmancdi.protocol.AdminProtocol;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An answer of many lines, which are made as they are taken: a table of a million rows holds up nobody and fills no
 * memory.
 *
 * <p>Confined to the thread of its engine; frames may come between two pieces. Begins when its first lines are taken
 * and shows what is so when a row is made.
 */
public final class Table implements AutoCloseable {
    private static final int PIECE = 4 * 1024;

    private final Supplier<Rows> begin;
    private @Nullable Rows rows;
    private boolean ended;

    private Table(Supplier<Rows> begin) {
        this.begin = begin;
    }

    private record Rows(Iterator<String> lines, Runnable end) {
        static <T> Rows of(Iterator<T> things, Function<T, String> row, Runnable end) {
            return new Rows(
                    new Iterator<>() {
                        @Override
                        public boolean hasNext() {
                            return things.hasNext();
                        }

                        @Override
                        public String next() {
                            return row.apply(things.next());
                        }
                    },
                    end);
        }
    }

    /** Of things that are few enough to make a list of. */
    static <T> Table of(Supplier<Collection<T>> things, Function<T, String> row) {
        return new Table(() -> Rows.of(List.copyOf(things.get()).iterator(), row, () -> {}));
    }

    static Table of(Arrivals jobs, Function<Job, String> row) {
        return new Table(() -> {
            var walk = jobs.walk();
            return Rows.of(walk, row, walk::close);
        });
    }

    /**
     * Makes the next lines.
     *
     * @return some kilobytes of whole lines with their ends, or null after the last
     */
    public @Nullable String next() {
        if (ended) {
            return null;
        }
        if (rows == null) {
            rows = begin.get();
        }
        var lines = rows.lines();
        var piece = new StringBuilder(PIECE + PIECE / 4);
        while (piece.length() < PIECE && lines.hasNext()) {
            piece.append(lines.next()).append('\n');
        }
        if (!lines.hasNext()) {
            piece.append(AdminProtocol.END).append('\n');
            close();
        }
        return piece.toString();
    }

    /** Nobody takes any more of it. */
    @Override
    public void close() {
        ended = true;
        if (rows != null) {
            rows.end().run();
            rows = null;
        }
    }
}
