package io.gearmancdi.driver.io;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.TlsSettings;
import io.gearmancdi.driver.log.DriverLog;
import io.gearmancdi.protocol.tls.TlsChannel;
import io.gearmancdi.protocol.tls.TlsFiles;
import io.gearmancdi.protocol.tls.TlsIdentity;
import java.io.IOException;
import java.net.Socket;
import java.nio.channels.SocketChannel;

/**
 * That connections are secure, and how.
 *
 * @param identity who we are and whom we trust
 * @param verifyHost whether the server's certificate has to be for its host
 */
public record Tls(TlsIdentity identity, boolean verifyHost) {

    /**
     * Reads the files.
     *
     * @param settings where they are
     * @return what connections need
     * @throws IllegalArgumentException naming the file that cannot be used
     */
    public static Tls of(TlsSettings settings) {
        var files = new TlsFiles(
                settings.trust(),
                settings.trustPassword(),
                settings.certificate(),
                settings.key(),
                settings.keyPassword());
        try {
            return new Tls(new TlsIdentity(files, DriverLog::tlsUnreadable), settings.verifyHost());
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    TlsChannel channel(SocketChannel socket, ServerAddress server) {
        return identity.client(socket, server.host(), server.port(), verifyHost);
    }

    /**
     * Makes a socket that blocks secure, and shakes hands.
     *
     * @param socket connected
     * @param server to whom
     * @return a socket to use in its place
     * @throws IOException if that fails
     */
    public Socket secure(Socket socket, ServerAddress server) throws IOException {
        return identity.client(socket, server.host(), server.port(), verifyHost);
    }
}
