package io.gearmancdi.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GridTest {

    @ParameterizedTest(name = "{0} pictures: {1} columns, {2} rows")
    @CsvSource({"1, 1, 1", "2, 2, 1", "3, 2, 2", "12, 4, 3", "13, 4, 4", "17, 5, 4"})
    void isNearlySquare(int pictures, int columns, int rows) {
        var grid = new Grid(pictures);

        assertThat(grid.columns()).isEqualTo(columns);
        assertThat(grid.rows()).isEqualTo(rows);
    }

    @ParameterizedTest(name = "{0} pictures")
    @ValueSource(ints = {1, 12, 400, 10_000})
    void hasRoomForTheLastPicture(int pictures) {
        var grid = new Grid(pictures);

        assertThat(grid.left(pictures - 1) + grid.picture())
                .isLessThan(grid.size().width());
        assertThat(grid.top(pictures - 1) + grid.picture())
                .isLessThan(grid.size().height());
    }

    @Test
    void makesManyPicturesSmaller() {
        assertThat(new Grid(12).picture()).isEqualTo(Grid.LARGEST_PICTURE);
        assertThat(new Grid(2_500).picture()).isLessThan(Grid.LARGEST_PICTURE);
        assertThat(new Grid(2_500).size().width()).isLessThan(5_000);
    }
}
