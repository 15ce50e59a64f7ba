package io.gearmancdi.it.faults;

import java.nio.file.Path;
import java.util.List;

/** Where a gearmand keeps its queue. It is not killed with it. */
interface QueueStore extends AutoCloseable {
    /**
     * How gearmand is told.
     *
     * @param directory of this gearmand alone
     * @return its options
     */
    List<String> options(Path directory);

    @Override
    void close() throws Exception;

    /** A file. */
    static QueueStore ofSqlite() {
        return new QueueStore() {
            @Override
            public List<String> options(Path directory) {
                return List.of("-q", "libsqlite3", "--libsqlite3-db=" + directory.resolve("queue.db"));
            }

            @Override
            public void close() {
                // goes with its directory
            }
        };
    }
}
