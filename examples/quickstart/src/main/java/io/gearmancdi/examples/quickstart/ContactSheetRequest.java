package io.gearmancdi.examples.quickstart;

import java.nio.file.Path;
import java.util.List;

/**
 * Asks for a contact sheet.
 *
 * @param thumbnails what to show, in this order
 * @param sheet the file to write; absolute
 */
public record ContactSheetRequest(List<Thumbnail> thumbnails, Path sheet) {}
