package io.gearmancdi.it.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ListingsTest {

    private static final Set<String> LANGUAGES_THAT_RUN = Set.of("java", "php");

    static List<Path> pages() throws IOException {
        return Listings.pages();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_listing_of_a_program_is_a_region_of_a_file_that_runs(Path page) throws IOException {
        for (var listing : Listings.of(page).all()) {
            if (LANGUAGES_THAT_RUN.contains(listing.language())) {
                assertThat(listing.file()).as("the file of%n%s", listing.text()).isNotEmpty();
                assertThat(listing.text())
                        .as("%s#%s", listing.file(), listing.tag())
                        .isEqualTo(listing.source());
            }
        }
    }

    @Test
    void the_guide_has_such_listings() throws IOException {
        int count = 0;
        for (var page : pages()) {
            count += (int) Listings.of(page).all().stream()
                    .filter(listing -> !listing.file().isEmpty())
                    .count();
        }
        assertThat(count).isGreaterThan(15);
    }
}
