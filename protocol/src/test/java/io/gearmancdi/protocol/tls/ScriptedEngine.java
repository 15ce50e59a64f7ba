package io.gearmancdi.protocol.tls;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;

/** Makes records of up to 16 KiB that hold nothing but what they say, and asks before each how that is to end. */
final class ScriptedEngine extends SSLEngine {

    static final int RECORD = 16 * 1024;

    private final SSLSession session;
    private final Script script;
    private int records;

    ScriptedEngine(Script script) throws NoSuchAlgorithmException {
        this.session = SSLContext.getDefault().createSSLEngine().getSession();
        this.script = script;
    }

    /** What the wrapping of the n-th record ends with, counted from 1. */
    interface Script {
        Status record(int number) throws IOException;
    }

    @Override
    public SSLEngineResult wrap(ByteBuffer[] sources, int offset, int length, ByteBuffer target) throws SSLException {
        try {
            var status = script.record(++records);
            int start = target.position();
            for (int i = offset; status == Status.OK && i < offset + length; i++) {
                int count = Math.min(sources[i].remaining(), RECORD - (target.position() - start));
                target.put(sources[i].slice(sources[i].position(), count));
                sources[i].position(sources[i].position() + count);
            }
            int made = target.position() - start;
            return new SSLEngineResult(status, HandshakeStatus.NOT_HANDSHAKING, made, made);
        } catch (IOException e) {
            throw new SSLException(e);
        }
    }

    @Override
    public SSLSession getSession() {
        return session;
    }

    @Override
    public HandshakeStatus getHandshakeStatus() {
        return HandshakeStatus.NOT_HANDSHAKING;
    }

    // The rest is not asked for

    @Override
    public SSLEngineResult unwrap(ByteBuffer source, ByteBuffer[] targets, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Runnable getDelegatedTask() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void closeInbound() {}

    @Override
    public boolean isInboundDone() {
        return false;
    }

    @Override
    public void closeOutbound() {}

    @Override
    public boolean isOutboundDone() {
        return false;
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return new String[0];
    }

    @Override
    public String[] getEnabledCipherSuites() {
        return new String[0];
    }

    @Override
    public void setEnabledCipherSuites(String[] suites) {}

    @Override
    public String[] getSupportedProtocols() {
        return new String[0];
    }

    @Override
    public String[] getEnabledProtocols() {
        return new String[0];
    }

    @Override
    public void setEnabledProtocols(String[] protocols) {}

    @Override
    public void beginHandshake() {}

    @Override
    public void setUseClientMode(boolean mode) {}

    @Override
    public boolean getUseClientMode() {
        return true;
    }

    @Override
    public void setNeedClientAuth(boolean need) {}

    @Override
    public boolean getNeedClientAuth() {
        return false;
    }

    @Override
    public void setWantClientAuth(boolean want) {}

    @Override
    public boolean getWantClientAuth() {
        return false;
    }

    @Override
    public void setEnableSessionCreation(boolean flag) {}

    @Override
    public boolean getEnableSessionCreation() {
        return true;
    }
}
