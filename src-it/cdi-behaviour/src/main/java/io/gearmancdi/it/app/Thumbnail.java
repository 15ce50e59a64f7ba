package io.gearmancdi.it.app;

/** What a job answers as JSON. */
public class Thumbnail {

    private String function = "";
    private int width;

    /** An empty answer. */
    public Thumbnail() {}

    Thumbnail(String function, int width) {
        this.function = function;
        this.width = width;
    }

    /** {@return the function that made it} */
    public String getFunction() {
        return function;
    }

    /**
     * Sets the function.
     *
     * @param function the function that made it
     */
    public void setFunction(String function) {
        this.function = function;
    }

    /** {@return pixels} */
    public int getWidth() {
        return width;
    }

    /**
     * Sets the width.
     *
     * @param width pixels
     */
    public void setWidth(int width) {
        this.width = width;
    }
}
