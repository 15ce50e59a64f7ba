package io.gearmancdi.examples.quickstart;

/**
 * Width and height in pixels.
 *
 * @param width at least 1
 * @param height at least 1
 */
public record Size(int width, int height) {

    /**
     * Fits this size into a square and keeps its shape. Nothing grows, and no side becomes shorter than one pixel.
     *
     * @param longestSide the side of the square
     * @return the size that fits
     */
    Size within(int longestSide) {
        double factor = Math.min(1.0, (double) longestSide / longestSide());
        return new Size(scaled(width, factor), scaled(height, factor));
    }

    /** {@return the longer of the two sides} */
    int longestSide() {
        return Math.max(width, height);
    }

    private static int scaled(int side, double factor) {
        return Math.max(1, (int) Math.round(side * factor));
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
