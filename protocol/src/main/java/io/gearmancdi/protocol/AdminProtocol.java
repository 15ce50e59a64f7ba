package io.gearmancdi.protocol;

import java.util.List;

/**
 * The answers of the administrative protocol, for those who write them and those who read them (PROTOCOL, "Administrative
 * Protocol").
 *
 * <p>A table is a row per line and ends with a line that holds {@link #END} alone. The parsers take what any server may
 * send and refuse the rest with a {@link ProtocolException}.
 */
public final class AdminProtocol {
    /** The line after the last row of a table. */
    public static final String END = ".";

    private static final String OK = "OK ";

    private AdminProtocol() {}

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
            int workers = line.lastIndexOf('\t');
            int running = line.lastIndexOf('\t', workers - 1);
            int total = line.lastIndexOf('\t', running - 1);
            if (total < 0) {
                throw new ProtocolException("Not a row of status: fewer than four columns");
            }
            return new FunctionStatus(
                    line.substring(0, total),
                    count(line.substring(total + 1, running)),
                    count(line.substring(running + 1, workers)),
                    count(line.substring(workers + 1)));
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

    private static long count(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new ProtocolException("Not a number where a count is expected");
        }
    }
}
