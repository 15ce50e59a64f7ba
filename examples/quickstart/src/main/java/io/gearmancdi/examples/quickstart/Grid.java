package io.gearmancdi.examples.quickstart;

/**
 * Where the pictures of a contact sheet stand. The more there are, the smaller each is, so that the sheet stays small
 * enough for the memory.
 *
 * @param count how many there are
 */
record Grid(int count) {

    static final int LARGEST_PICTURE = 240;

    private static final int WIDEST_SHEET = 4800;
    private static final int GAP = 16;
    private static final int LABEL = 44;

    int columns() {
        return Math.max(1, (int) Math.ceil(Math.sqrt(count)));
    }

    int rows() {
        return (count + columns() - 1) / columns();
    }

    /** {@return the side of the square that holds a picture} */
    int picture() {
        return Math.max(1, Math.min(LARGEST_PICTURE, WIDEST_SHEET / columns() - 2 * GAP));
    }

    /** {@return the left edge of a picture} */
    int left(int index) {
        return GAP + index % columns() * (picture() + GAP);
    }

    /** {@return the upper edge of a picture; its label stands below} */
    int top(int index) {
        return GAP + index / columns() * (picture() + LABEL + GAP);
    }

    Size size() {
        return new Size(GAP + columns() * (picture() + GAP), GAP + rows() * (picture() + LABEL + GAP));
    }
}
