package io.gearmancdi.cli;

import io.gearmancdi.SubmitMethod;

/** The manual's names of the ways to submit. */
final class Methods {

    private Methods() {}

    static String text(SubmitMethod method) {
        return switch (method) {
            case DEFAULT, NORMAL -> "doNormal";
            case HIGH -> "doHigh";
            case LOW -> "doLow";
            case BACKGROUND -> "doBackground";
            case HIGH_BACKGROUND -> "doHighBackground";
            case LOW_BACKGROUND -> "doLowBackground";
        };
    }
}
