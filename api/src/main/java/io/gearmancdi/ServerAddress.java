package io.gearmancdi;

/**
 * Where a job server listens.
 *
 * @param host host name or address; an IPv6 address without brackets
 * @param port TCP port, 1 to 65535
 */
public record ServerAddress(String host, int port) {

    /** The port of Gearman job servers. */
    public static final int DEFAULT_PORT = 4730;

    /**
     * Checks the parts.
     *
     * @param host host name or address
     * @param port TCP port
     * @throws IllegalArgumentException if the host is blank or the port out of range
     */
    public ServerAddress {
        if (host.isBlank()) {
            throw new IllegalArgumentException("The host of a job server is blank");
        }
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("The port of job server " + host + " is " + port + ", not 1 to 65535");
        }
    }

    /**
     * Reads {@code host}, {@code host:port}, {@code [ipv6]} or {@code [ipv6]:port}; without port 4730.
     *
     * @param text the address
     * @return the address
     * @throws IllegalArgumentException if the text has none of these forms
     */
    public static ServerAddress parse(String text) {
        var address = text.strip();
        int hostEnd;
        String host;
        if (address.startsWith("[")) {
            int bracket = address.indexOf(']');
            if (bracket < 0) {
                throw malformed(text);
            }
            host = address.substring(1, bracket);
            hostEnd = bracket + 1;
        } else {
            int colon = address.indexOf(':');
            if (colon != address.lastIndexOf(':')) {
                throw malformed(text);
            }
            hostEnd = colon < 0 ? address.length() : colon;
            host = address.substring(0, hostEnd);
        }
        var rest = address.substring(hostEnd);
        if (rest.isEmpty()) {
            return new ServerAddress(host, DEFAULT_PORT);
        }
        try {
            if (rest.charAt(0) == ':') {
                return new ServerAddress(host, Integer.parseInt(rest.substring(1)));
            }
        } catch (NumberFormatException e) {
            throw malformed(text);
        }
        throw malformed(text);
    }

    private static IllegalArgumentException malformed(String text) {
        return new IllegalArgumentException(
                "'" + text + "' is not the address of a job server; write host:port, an IPv6 host in brackets");
    }

    /** {@return the form that {@link #parse} reads, always with the port} */
    @Override
    public String toString() {
        return host.indexOf(':') < 0 ? host + ":" + port : "[" + host + "]:" + port;
    }
}
