package io.gearmancdi.protocol;

import java.util.List;

/**
 * The answers of the administrative protocol, for those who write them and those who read them (PROTOCOL,
 * "Administrative Protocol").
 *
 * <p>A table is a row per line and ends with a line that holds {@link #END} alone. The parsers take what any server may
 * send and refuse the rest with a {@link ProtocolException}.
 */
public final class AdminProtocol {
    /** The line after the last row of a table. */
    public static final String END = ".";

    /** The answer to a command that did what it should, without its CR LF. */
    public static final String DONE = "OK";

    private static final String OK = "OK ";
    private static final String ERROR = "ERR ";
    private static final int MAX_HANDLE = 63;

    private AdminProtocol() {}

    /**
     * Whether a line tells that the server refuses. A row of a table is none, whatever its function is called.
     *
     * @param line the line without its end
     * @return whether it is an error
     */
    public static boolean isError(String line) {
        return line.startsWith(ERROR) && line.indexOf('\t') < 0;
    }

    /**
     * A row of the answer to {@code status}.
     *
     * @param function the function
     * @param total jobs waiting and running
     * @param running jobs running
     * @param workers workers that offer the function
     */
    public record FunctionStatus(String function, long total, long running, long workers) {
        /**
         * The row as a line.
         *
         * @return the line without its LF
         */
        public String format() {
            return function + '\t' + total + '\t' + running + '\t' + workers;
        }

        /**
         * Reads a row. The function may hold tabs.
         *
         * @param line the line without its LF
         * @return the row
         * @throws ProtocolException where the line is no such row
         */
        public static FunctionStatus parse(String line) {
            var columns = columns(line, 4);
            return new FunctionStatus(columns[0], count(columns[1]), count(columns[2]), count(columns[3]));
        }
    }

    /**
     * A row of the answer to {@code prioritystatus}: jobs that wait.
     *
     * @param function the function
     * @param high jobs of high priority
     * @param normal jobs of normal priority
     * @param low jobs of low priority
     * @param workers workers that offer the function
     */
    public record PriorityStatus(String function, long high, long normal, long low, long workers) {
        /**
         * The row as a line.
         *
         * @return the line without its LF
         */
        public String format() {
            return function + '\t' + high + '\t' + normal + '\t' + low + '\t' + workers;
        }

        /**
         * Reads a row. The function may hold tabs.
         *
         * @param line the line without its LF
         * @return the row
         * @throws ProtocolException where the line is no such row
         */
        public static PriorityStatus parse(String line) {
            var columns = columns(line, 5);
            return new PriorityStatus(
                    columns[0], count(columns[1]), count(columns[2]), count(columns[3]), count(columns[4]));
        }
    }

    /**
     * A row of the answer to {@code show jobs}.
     *
     * @param handle the handle
     * @param retries how many of its workers were lost
     * @param abandoned whether nobody waits for it and nobody will run it
     * @param background whether it was submitted in the background
     */
    public record JobStatus(String handle, long retries, boolean abandoned, boolean background) {
        /**
         * The row as a line.
         *
         * @return the line without its LF
         */
        public String format() {
            return handle + '\t' + retries + '\t' + (abandoned ? 1 : 0) + '\t' + (background ? 1 : 0);
        }

        /**
         * Reads a row.
         *
         * @param line the line without its LF
         * @return the row
         * @throws ProtocolException where the line is no such row
         */
        public static JobStatus parse(String line) {
            var columns = columns(line, 4);
            if (columns[0].isEmpty() || columns[0].length() > MAX_HANDLE) {
                throw new ProtocolException(
                        "Not a row of show jobs: a handle of " + columns[0].length() + " characters");
            }
            return new JobStatus(columns[0], count(columns[1]), count(columns[2]) != 0, count(columns[3]) != 0);
        }
    }

    /**
     * A row of the answer to {@code workers}: any connection, also that of a client.
     *
     * @param connection a number of the server for the connection
     * @param address the address of the peer
     * @param clientId what the peer called itself, {@code -} where it did not
     * @param functions the functions it offers
     */
    public record WorkerStatus(long connection, String address, String clientId, List<String> functions) {
        private static final String COLON = " :";

        /**
         * Made with a copy of the functions.
         *
         * @param connection a number of the server for the connection
         * @param address the address of the peer
         * @param clientId what the peer called itself
         * @param functions the functions it offers
         */
        public WorkerStatus {
            functions = List.copyOf(functions);
        }

        /**
         * The row as a line.
         *
         * @return the line without its LF
         */
        public String format() {
            var line = new StringBuilder().append(connection).append(' ').append(address);
            line.append(' ').append(clientId).append(COLON);
            functions.forEach(function -> line.append(' ').append(function));
            return line.toString();
        }

        /**
         * Reads a row. The client's name may hold blanks.
         *
         * @param line the line without its LF
         * @return the row
         * @throws ProtocolException where the line is no such row
         */
        public static WorkerStatus parse(String line) {
            int address = line.indexOf(' ') + 1;
            int id = line.indexOf(' ', address) + 1;
            int colon = (line + ' ').indexOf(COLON + ' ', id - 1);
            if (address == 0 || id == 0 || colon < 0) {
                throw new ProtocolException("Not a row of workers: fewer than four columns");
            }
            var functions = line.substring(colon + COLON.length()).strip();
            return new WorkerStatus(
                    count(line.substring(0, address - 1)),
                    line.substring(address, id - 1),
                    line.substring(Math.min(id, colon), colon),
                    functions.isEmpty() ? List.of() : List.of(functions.split(" +")));
        }
    }

    /**
     * The answer to {@code version}.
     *
     * @param version the version
     * @return the line without its LF
     */
    public static String formatVersion(String version) {
        return OK + version;
    }

    /**
     * Reads the answer to {@code version}.
     *
     * @param line the line without its LF
     * @return the version
     * @throws ProtocolException where the line is no such answer
     */
    public static String parseVersion(String line) {
        if (!line.startsWith(OK)) {
            throw new ProtocolException("Not an answer to version: it does not begin with OK");
        }
        return line.substring(OK.length()).strip();
    }

    /** The first column may hold tabs, the others not. */
    private static String[] columns(String line, int count) {
        var columns = new String[count];
        int end = line.length();
        for (int i = count - 1; i > 0; i--) {
            int tab = line.lastIndexOf('\t', end - 1);
            if (tab < 0) {
                throw new ProtocolException("Not a row of a table: fewer than " + count + " columns");
            }
            columns[i] = line.substring(tab + 1, end);
            end = tab;
        }
        columns[0] = line.substring(0, end);
        return columns;
    }

    private static long count(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new ProtocolException("Not a number where a count is expected");
        }
    }
}
