package com.acme;

/**
 * What the worker answers.
 *
 * @param picture the name of the picture
 * @param width how wide it is
 */
public record Thumbnail(String picture, int width) {}
