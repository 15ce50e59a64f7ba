package io.gearmancdi.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gearmancdi.JobFailure;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFilesTest {

    @TempDir
    Path folder;

    @Test
    void findsImagesByTheirNamesInOrder() throws IOException {
        for (var name : new String[] {"c.GIF", "a.png", "b.JPG", "d.jpeg", "notes.txt", ".hidden.png", "png"}) {
            Files.createFile(folder.resolve(name));
        }
        Files.createDirectory(folder.resolve("folder.png"));

        assertThat(ImageFiles.in(folder))
                .extracting(Path::getFileName)
                .map(Path::toString)
                .containsExactly("a.png", "b.JPG", "c.GIF", "d.jpeg");
    }

    @Nested
    class Reading {

        @Test
        void takesNoMorePixelsThanAThumbnailNeeds() {
            ImageFiles.write(new BufferedImage(4000, 100, BufferedImage.TYPE_INT_RGB), folder.resolve("large.png"));

            var picture = ImageFiles.read(folder.resolve("large.png"), 100);

            assertThat(picture.original()).isEqualTo(new Size(4000, 100));
            assertThat(picture.pixels().getWidth()).isEqualTo(800);
        }

        @Test
        void namesTheFileThatIsNoImage() throws IOException {
            Files.writeString(folder.resolve("letter.png"), "Dear reader");

            assertThatExceptionOfType(JobFailure.class)
                    .isThrownBy(() -> ImageFiles.read(folder.resolve("letter.png"), 100))
                    .withMessage("letter.png: this is not an image");
        }

        @ParameterizedTest
        @ValueSource(strings = {"fern.png", "julia.jpg"})
        void namesTheFileThatIsCutOff(String name) throws IOException {
            var whole = Files.readAllBytes(Path.of("images", name));
            var half = Files.write(folder.resolve(name), Arrays.copyOf(whole, whole.length / 2));

            assertThatExceptionOfType(JobFailure.class)
                    .isThrownBy(() -> ImageFiles.read(half, 100))
                    .withMessageStartingWith(name + ": the image is damaged");
        }

        @Test
        void namesTheFileThatIsMissing() {
            assertThatExceptionOfType(JobFailure.class)
                    .isThrownBy(() -> ImageFiles.read(folder.resolve("gone.png"), 100))
                    .withMessageStartingWith("gone.png: there is no such file");
        }
    }

    @Nested
    class Writing {

        @Test
        void replacesWhatIsThereAndLeavesNothingElse() throws IOException {
            var file = folder.resolve("new/a.jpg");

            ImageFiles.write(new BufferedImage(30, 30, BufferedImage.TYPE_INT_RGB), file);
            ImageFiles.write(new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB), file);

            assertThat(ImageFiles.read(file, 100).original()).isEqualTo(new Size(20, 10));
            try (var files = Files.list(file.getParent())) {
                assertThat(files).containsExactly(file);
            }
        }

        @Test
        void refusesWhatTheFormatCannotHold() {
            assertThatExceptionOfType(JobFailure.class)
                    .isThrownBy(() -> ImageFiles.write(
                            new BufferedImage(9, 9, BufferedImage.TYPE_INT_ARGB), folder.resolve("glass.jpg")))
                    .withMessageStartingWith("glass.jpg");
        }
    }
}
