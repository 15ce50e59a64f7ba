package io.gearmancdi.examples.quickstart;

import java.nio.file.Path;

/**
 * A finished thumbnail.
 *
 * @param name the file name of the image
 * @param original the size of the image
 * @param file where the thumbnail is
 * @param size the size of the thumbnail
 * @param colour the average colour, as {@code #rrggbb}
 */
public record Thumbnail(String name, Size original, Path file, Size size, String colour) {}
