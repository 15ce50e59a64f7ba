package io.gearmancdi.protocol.tls;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * Who we are and whom we trust, by files that are read again when they have changed. TLS 1.2 and 1.3 alone.
 * Thread-safe.
 */
public final class TlsIdentity {

    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private final TlsFiles files;
    private final TlsBuffers buffers = new TlsBuffers();
    private final Consumer<IOException> unreadable;
    private final ReentrantLock lock = new ReentrantLock();
    private SSLContext context;
    private List<Object> stamp;

    /**
     * Reads the files.
     *
     * @param files where they are
     * @param unreadable told when changed files cannot be read; what was read before then stays in use
     * @throws IOException naming the file, where one cannot be read now
     */
    public TlsIdentity(TlsFiles files, Consumer<IOException> unreadable) throws IOException {
        this.files = files;
        this.unreadable = unreadable;
        this.stamp = stampOf(files);
        this.context = read();
    }

    /**
     * The client's side of a connection.
     *
     * @param socket connected, non-blocking
     * @param host as it was configured, for the check of the name
     * @param port the port
     * @param verifyHost whether the certificate has to be for this host
     * @return nothing is sent yet
     */
    public TlsChannel client(SocketChannel socket, String host, int port, boolean verifyHost) {
        return new TlsChannel(socket, buffers, () -> {
            var engine = current().createSSLEngine(host, port);
            engine.setUseClientMode(true);
            engine.setSSLParameters(checked(engine.getSSLParameters(), verifyHost));
            return engine;
        });
    }

    /**
     * The client's side of a connection that blocks.
     *
     * @param connected a socket, closed with what is returned
     * @param host as it was configured
     * @param port the port
     * @param verifyHost whether the certificate has to be for this host
     * @return the socket over it, after the handshake
     * @throws IOException where that fails
     */
    public Socket client(Socket connected, String host, int port, boolean verifyHost) throws IOException {
        var socket = (SSLSocket) current().getSocketFactory().createSocket(connected, host, port, true);
        socket.setSSLParameters(checked(socket.getSSLParameters(), verifyHost));
        socket.startHandshake();
        return socket;
    }

    private static SSLParameters checked(SSLParameters parameters, boolean verifyHost) {
        parameters.setProtocols(PROTOCOLS);
        if (verifyHost) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        return parameters;
    }

    /**
     * The server's side of a connection.
     *
     * @param socket connected, non-blocking
     * @param wantsClients whether clients are asked for a certificate
     * @param needsClients whether they must have one
     * @return nothing is sent yet
     */
    public TlsChannel server(SocketChannel socket, boolean wantsClients, boolean needsClients) {
        return new TlsChannel(socket, buffers, () -> {
            var engine = current().createSSLEngine();
            engine.setUseClientMode(false);
            engine.setEnabledProtocols(PROTOCOLS);
            engine.setWantClientAuth(wantsClients);
            if (needsClients) {
                engine.setNeedClientAuth(true);
            }
            return engine;
        });
    }

    private SSLContext current() {
        lock.lock();
        try {
            var now = stampOf(files);
            if (!now.equals(stamp)) {
                stamp = now;
                context = read();
            }
        } catch (IOException e) {
            unreadable.accept(e);
        } finally {
            lock.unlock();
        }
        return context;
    }

    private static List<Object> stampOf(TlsFiles files) {
        return Stream.of(files.trust(), files.certificate(), files.key())
                .flatMap(Optional::stream)
                .map(Path::toFile)
                .<Object>flatMap((File file) -> Stream.of(file.lastModified(), file.length()))
                .toList();
    }

    private SSLContext read() throws IOException {
        try {
            var made = SSLContext.getInstance("TLS");
            made.init(keys(), trust(), null);
            return made;
        } catch (GeneralSecurityException e) {
            throw new IOException("TLS cannot be set up: " + e.getMessage(), e);
        }
    }

    @SuppressWarnings("NullAway") // null: those of the runtime
    private TrustManager[] trust() throws IOException, GeneralSecurityException {
        if (files.trust().isEmpty()) {
            return null;
        }
        var store = opened(files.trust().get(), "gearman.tls.trust", content -> {
            if (!Pem.isPem(content)) {
                return store(content, files.trustPassword());
            }
            var made = emptyStore();
            for (var certificate : Pem.certificates(content)) {
                made.setCertificateEntry("ca" + made.size(), certificate);
            }
            return made;
        });
        if (store.size() == 0) {
            throw new IOException("gearman.tls.trust: " + files.trust().get() + " has no certificate");
        }
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private KeyManager[] keys() throws IOException, GeneralSecurityException {
        if (files.certificate().isEmpty()) {
            return new KeyManager[0];
        }
        var password = files.keyPassword().orElse("").toCharArray();
        var store = opened(
                files.certificate().get(),
                "gearman.tls.certificate",
                content -> Pem.isPem(content) ? fromPem(content, password) : store(content, files.keyPassword()));
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, password);
        return factory.getKeyManagers();
    }

    private KeyStore fromPem(byte[] content, char[] password) throws IOException, GeneralSecurityException {
        var chain = Pem.certificates(content).toArray(Certificate[]::new);
        if (chain.length == 0) {
            throw new IOException("there is no certificate in it");
        }
        var key = files.key().isEmpty()
                ? Pem.key(content, files.keyPassword())
                : opened(files.key().get(), "gearman.tls.key", text -> Pem.key(text, files.keyPassword()));
        if (key == null) {
            throw new IOException("there is no private key for it; gearman.tls.key names the file of one");
        }
        var made = emptyStore();
        made.setKeyEntry("own", key, password, chain);
        return made;
    }

    private static KeyStore emptyStore() throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static KeyStore store(byte[] content, Optional<String> password)
            throws IOException, GeneralSecurityException {
        // A store of PKCS12 begins with a SEQUENCE
        var store = KeyStore.getInstance(content.length > 0 && content[0] == 0x30 ? "PKCS12" : "JKS");
        store.load(
                new ByteArrayInputStream(content),
                password.map(String::toCharArray).orElse(null));
        return store;
    }

    private static <T> T opened(Path file, String key, Reader<T> reader) throws IOException {
        try {
            return reader.read(Files.readAllBytes(file));
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            var why = e.getMessage() == null || e instanceof java.nio.file.NoSuchFileException
                    ? e.getClass().getSimpleName()
                    : e.getMessage();
            throw new IOException(key + ": " + file + " cannot be used: " + why, e);
        }
    }

    private interface Reader<T> {
        T read(byte[] content) throws IOException, GeneralSecurityException;
    }
}
