package io.gearmancdi.examples.quickstart;

import java.awt.image.BufferedImage;

/**
 * An image in memory. Large ones are read with fewer pixels than their file has.
 *
 * @param original the size in the file
 * @param pixels what was read
 */
record Picture(Size original, BufferedImage pixels) {}
