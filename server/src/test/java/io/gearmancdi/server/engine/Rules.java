package io.gearmancdi.server.engine;

/** Settings of an engine for a test, which limit nothing unless told. */
final class Rules {
    private int tries;
    private int wakeUps;
    private boolean exceptions;
    private boolean roundRobin;
    private boolean shutdownCommand;
    private int packetBytes = Integer.MAX_VALUE;
    private long queueBytes;
    private int functionLength = Integer.MAX_VALUE;
    private int functions = Integer.MAX_VALUE;

    Rules tries(int value) {
        tries = value;
        return this;
    }

    Rules wakeUps(int value) {
        wakeUps = value;
        return this;
    }

    Rules exceptions() {
        exceptions = true;
        return this;
    }

    Rules roundRobin() {
        roundRobin = true;
        return this;
    }

    Rules shutdownCommand() {
        shutdownCommand = true;
        return this;
    }

    Rules packetBytes(int value) {
        packetBytes = value;
        return this;
    }

    Rules queueBytes(long value) {
        queueBytes = value;
        return this;
    }

    Rules functionLength(int value) {
        functionLength = value;
        return this;
    }

    Rules functions(int value) {
        functions = value;
        return this;
    }

    EngineSettings settings() {
        return new EngineSettings(
                "H:test:",
                "1.2.3",
                4711,
                tries,
                wakeUps,
                exceptions,
                roundRobin,
                shutdownCommand,
                packetBytes,
                queueBytes,
                functionLength,
                functions);
    }
}
