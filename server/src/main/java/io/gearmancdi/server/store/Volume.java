package io.gearmancdi.server.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;

/** Where the files of a store are, for one process alone until it is closed. */
interface Volume extends Closeable {
    /** All files of the log and everything that does not belong there. */
    List<String> names() throws IOException;

    long size(String name) throws IOException;

    InputStream read(String name) throws IOException;

    /** A new file; fails where there is one. */
    LogFile create(String name) throws IOException;

    void delete(String name) throws IOException;

    /** Returns when the power may fail and every file that was created is there under its name. */
    void forceNames() throws IOException;

    /** A file that grows. */
    interface LogFile extends Closeable {
        /** Appends all of it. It survives this process, not the machine. */
        void write(ByteBuffer bytes) throws IOException;

        /** Returns when the power may fail and all that was written before is there. Any thread. */
        void force() throws IOException;
    }
}
