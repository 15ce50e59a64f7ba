package io.gearmancdi.examples.quickstart.samples;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** Draws the images again: run it with the folder as its only argument. */
final class SampleImages {

    private final Path folder;

    private SampleImages(Path folder) {
        this.folder = folder;
    }

    public static void main(String... args) throws IOException {
        System.setProperty("java.awt.headless", "true");
        new SampleImages(Files.createDirectories(Path.of(args[0]))).drawAll();
    }

    private void drawAll() throws IOException {
        jpeg("dusk", Landscapes.dusk(1600, 1000));
        png("skyline-wide", Landscapes.skyline(2400, 420));
        jpeg("aurora-tall", Landscapes.aurora(420, 1600));
        png("mandelbrot", Fractals.mandelbrot(720, 540));
        jpeg("julia", Fractals.julia(800, 800));
        png("fern", Fractals.fern(700, 900));
        png("waves-plot", Plots.waves(1200, 800));
        png("rainfall-chart", Plots.rainfall(960, 720));
        png("lettering", Drawings.lettering(1400, 600));
        png("bubbles-transparent", Drawings.bubbles(440, 440));
        jpeg("ripples-grey", Drawings.ripples(900, 600));
        png("heart-tiny", Drawings.heart());
    }

    private void png(String name, BufferedImage image) throws IOException {
        ImageIO.write(image, "png", folder.resolve(name + ".png").toFile());
    }

    private void jpeg(String name, BufferedImage image) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var file = folder.resolve(name + ".jpg");
        Files.deleteIfExists(file);
        try (var output = ImageIO.createImageOutputStream(file.toFile())) {
            var quality = writer.getDefaultWriteParam();
            quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            quality.setCompressionQuality(0.85f);
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), quality);
        } finally {
            writer.dispose();
        }
    }
}
