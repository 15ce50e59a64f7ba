package com.acme;

/**
 * What the worker is asked for.
 *
 * @param picture the name of the picture
 * @param width how wide it becomes
 */
public record ScaleRequest(String picture, int width) {}
