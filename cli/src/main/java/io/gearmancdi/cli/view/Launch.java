package io.gearmancdi.cli.view;

import java.util.List;

/**
 * How the console is started for this application.
 *
 * @param words the words before the command; empty where the application cannot be started from a class path
 * @param leftOut the names of settings that the words do not repeat, since they may be secret or cannot be written
 *     there
 */
public record Launch(List<String> words, List<String> leftOut) {

    /**
     * Copies the lists.
     *
     * @param words the words before the command
     * @param leftOut the names of settings that the words do not repeat
     */
    public Launch {
        words = List.copyOf(words);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Of an application that the console cannot start.
     *
     * @return no words
     */
    public static Launch unknown() {
        return new Launch(List.of(), List.of());
    }
}
