package io.gearmancdi.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program, with a job server and workers inside this process. */
class QuickstartTest {

    private static final Path SHIPPED = Path.of("images");

    @TempDir
    Path folder;

    @Test
    void makesThumbnailsAndAContactSheet() throws IOException {
        var run = Run.with("--input", SHIPPED, "--output", folder);

        assertThat(run.exitCode()).as(run.toString()).isZero();
        for (var image : ImageFiles.in(SHIPPED)) {
            assertThat(sizeOf(folder.resolve("thumbnails").resolve(image.getFileName())))
                    .as(image.toString())
                    .isEqualTo(sizeOf(image).within(240));
        }
        assertThat(sizeOf(folder.resolve("contact-sheet.png"))).isEqualTo(new Grid(12).size());
        assertThat(run.out()).contains("12 images in images", "13 jobs, 0 failed", "jobs/s", "contact-sheet.png");
    }

    @Test
    void tellsHowFarTheJobsAre() {
        var run = Run.with("--input", SHIPPED, "--output", folder, "--verbose");

        assertThat(run.out())
                .contains("dusk.jpg: created as", "dusk.jpg: 1 of 3", "dusk.jpg: 2 of 3", "dusk.jpg: 3 of 3")
                .contains("contact sheet: 12 of 12")
                .contains("warning: heart-tiny.png is no larger than a thumbnail");
    }

    @Test
    void doesTheOthersWhenOneImageIsBroken() throws IOException {
        var images = Files.createDirectory(folder.resolve("some"));
        for (var name : new String[] {"dusk.jpg", "heart-tiny.png"}) {
            Files.copy(SHIPPED.resolve(name), images.resolve(name));
        }
        Files.writeString(images.resolve("broken.png"), "not a picture");

        var run = Run.with("--input", images, "--output", folder);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("broken.png failed: broken.png: this is not an image", "4 jobs, 1 failed");
        assertThat(folder.resolve("thumbnails"))
                .isDirectoryContaining("glob:**dusk.jpg")
                .isDirectoryContaining("glob:**heart-tiny.png");
        assertThat(sizeOf(folder.resolve("contact-sheet.png"))).isEqualTo(new Grid(2).size());
    }

    @Test
    void makesNoContactSheetOfNothing() throws IOException {
        var images = Files.createDirectory(folder.resolve("bad"));
        Files.createFile(images.resolve("empty.jpg"));

        var run = Run.with("--input", images, "--output", folder);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("empty.jpg: this is not an image", "1 jobs, 1 failed")
                .doesNotContain("Contact sheet");
    }

    private static Size sizeOf(Path image) {
        return ImageFiles.read(image, 240).original();
    }
}
