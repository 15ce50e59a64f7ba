package io.gearmancdi.it.scaling;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Who has done which job, in a folder that all processes share. */
final class Note {

    /** The system property that names the folder. */
    static final String FOLDER = "scaling.folder";

    /** The system property that tells a process who it is. */
    static final String NAME = "scaling.name";

    private Note() {}

    /** Written before the job ends: what was done is known, even if the process dies at once. */
    static void write(String job) throws IOException {
        var name = System.getProperty(NAME);
        Files.writeString(
                Path.of(System.getProperty(FOLDER), name),
                job + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
