package io.gearmancdi.examples.quickstart;

import java.nio.file.Path;

/**
 * Asks for one thumbnail.
 *
 * @param image the file to read; absolute, because the worker may run in another process
 * @param thumbnail the file to write; absolute
 * @param longestSide how wide or high the thumbnail may be
 */
public record ThumbnailRequest(Path image, Path thumbnail, int longestSide) {}
