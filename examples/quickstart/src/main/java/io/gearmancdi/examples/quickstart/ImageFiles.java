package io.gearmancdi.examples.quickstart;

import io.gearmancdi.JobFailure;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Images on the disk. */
final class ImageFiles {

    private static final Set<String> FORMATS = Set.of("png", "jpg", "jpeg", "gif");

    /** Pixels that are read for each pixel of the thumbnail, in each direction: enough for a smooth picture. */
    private static final int OVERSAMPLING = 8;

    private ImageFiles() {}

    /** {@return the images of a folder, in the order of their names} */
    static List<Path> in(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(ImageFiles::isImage).sorted().toList();
        }
    }

    /** Reads an image, with no more pixels than a good thumbnail needs: photographs stay small in memory. */
    static Picture read(Path file, int longestSide) {
        try (var input = ImageIO.createImageInputStream(file.toFile())) {
            if (input == null) {
                throw new JobFailure(file.getFileName() + ": there is no such file, or it must not be read");
            }
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new JobFailure(file.getFileName() + ": this is not an image");
            }
            return read(readers.next(), input, longestSide);
        } catch (JobFailure e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Damaged files make the decoders of the JDK throw nearly everything
            throw new JobFailure(file.getFileName() + ": the image is damaged: " + e.getMessage());
        }
    }

    private static Picture read(ImageReader reader, ImageInputStream input, int longestSide) throws IOException {
        try {
            var warnings = new ArrayList<String>();
            reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
            reader.setInput(input, true, true);
            var original = new Size(reader.getWidth(0), reader.getHeight(0));
            int step = Math.max(1, original.longestSide() / (OVERSAMPLING * longestSide));
            var parameters = reader.getDefaultReadParam();
            parameters.setSourceSubsampling(step, step, 0, 0);
            var pixels = reader.read(0, parameters);
            if (warnings.stream().anyMatch(warning -> warning.contains("premature end"))) {
                throw new IIOException("the file ends too early"); // the JDK fills the rest of a JPEG with grey
            }
            return new Picture(original, pixels);
        } finally {
            reader.dispose();
        }
    }

    /** Writes an image in the format that the name says. A job may run twice: no reader ever sees half a file. */
    static void write(BufferedImage image, Path file) {
        try {
            var folder = Files.createDirectories(file.getParent());
            var part = folder.resolve("." + UUID.randomUUID());
            try {
                if (!ImageIO.write(image, format(file), part.toFile())) {
                    throw new JobFailure(file.getFileName() + ": this kind of image cannot be written");
                }
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isImage(Path file) {
        return FORMATS.contains(format(file)) && Files.isRegularFile(file) && !isHidden(file);
    }

    private static boolean isHidden(Path file) {
        return file.getFileName().toString().startsWith(".");
    }

    private static String format(Path file) {
        var name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
