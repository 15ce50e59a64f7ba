package io.gearmancdi.it.app;

/** What a job gets as JSON. */
public class ScaleRequest {

    private int width;

    /** An empty request. */
    public ScaleRequest() {}

    /**
     * A request.
     *
     * @param width pixels
     * @return the request
     */
    public static ScaleRequest of(int width) {
        var request = new ScaleRequest();
        request.setWidth(width);
        return request;
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
