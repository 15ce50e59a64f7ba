package io.gearmancdi.driver.worker;

import io.gearmancdi.driver.io.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The links of one run, one for each server. Guarded by the run. */
final class Links {

    private final List<ServerLink> all = new ArrayList<>();
    private int turn;

    void add(ServerLink link) {
        all.add(link);
    }

    int size() {
        return all.size();
    }

    /** The connection of the only link; null if there are others, or it has none. Any thread. */
    @Nullable
    Connection onlyConnection() {
        return all.size() == 1 ? all.get(0).connection() : null;
    }

    void each(Consumer<ServerLink> action) {
        all.forEach(action);
    }

    /** Asks the servers in turn, beginning after the one asked last: so none is preferred, however few the slots. */
    void offer() {
        int count = all.size();
        int first = turn;
        for (int i = 1; i <= count; i++) {
            int one = (first + i) % count;
            if (all.get(one).grab()) {
                turn = one;
            }
        }
    }

    /** The connections on which something is to be written. */
    List<Connection> takeDirty() {
        var dirty = new ArrayList<Connection>(1);
        for (var link : all) {
            var connection = link.takeDirty();
            if (connection != null) {
                dirty.add(connection);
            }
        }
        return dirty;
    }
}
