package io.gearmancdi.examples.quickstart;

import java.nio.file.Path;

/**
 * A finished contact sheet.
 *
 * @param file where it is
 * @param size its size
 */
public record ContactSheet(Path file, Size size) {}
