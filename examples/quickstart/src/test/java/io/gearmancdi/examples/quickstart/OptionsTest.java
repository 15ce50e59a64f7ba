package io.gearmancdi.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptionsTest {

    @TempDir
    Path folder;

    @Test
    void helpTellsWhatTheProgramDoes() {
        var run = Run.with("--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("thumbnails and a contact sheet", "--input", "--output", "--servers", "Exit codes");
    }

    @Test
    void anUnknownOptionIsRefused() {
        assertRefused(Run.with("--colour"), "--colour");
    }

    @Test
    void aFolderThatIsNotThereIsRefused() {
        assertRefused(Run.with("--input", folder.resolve("nowhere")), "There is no folder", "nowhere");
    }

    @Test
    void aFolderWithoutImagesIsRefused() throws IOException {
        Files.createFile(folder.resolve("notes.txt"));

        assertRefused(Run.with("--input", folder), "There are no images", folder.toString());
    }

    @Test
    void anAddressThatIsNoneIsRefused() {
        assertRefused(Run.with("--servers", "localhost:gearman"), "localhost:gearman", "write host:port");
    }

    @Test
    void workersAloneNeedAServer() {
        assertRefused(Run.with("--work"), "--servers");
    }

    @Test
    void theImagesAreNeverOverwritten() throws IOException {
        var thumbnails = Files.createDirectory(folder.resolve("thumbnails"));
        Files.copy(Path.of("images/heart-tiny.png"), thumbnails.resolve("heart-tiny.png"));

        assertRefused(Run.with("--input", thumbnails, "--output", folder), "overwrite");
    }

    private static void assertRefused(Run run, String... words) {
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(words).contains("--help");
        assertThat(run.out()).isEmpty();
    }
}
