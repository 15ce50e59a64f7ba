package io.gearmancdi.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BundlesTest {

    private final Map<String, String> settings = new HashMap<>();
    private final Problems problems = new Problems();

    private boolean offered(String packageName) {
        return Bundles.read(new SettingsReader(Settings.of(settings), problems), problems)
                .offer(packageName);
    }

    @Test
    void without_bundles_every_worker_is_offered() {
        assertThat(offered("com.acme")).isTrue();
    }

    @Test
    void a_bundle_is_active_once_it_is_written() {
        settings.put("gearman.bundles.acme.name", "com.acme");
        assertThat(offered("com.acme")).isTrue();
        assertThat(offered("com.acme.images")).isTrue();
        assertThat(offered("com.acmeltd")).isFalse();
        assertThat(offered("org.other")).isFalse();
    }

    @Test
    void an_inactive_bundle_leaves_the_others_alone() {
        settings.put("gearman.bundles.acme.name", "com.acme");
        settings.put("gearman.bundles.acme.active", "false");
        settings.put("gearman.bundles.other.name", "org.other");
        assertThat(offered("com.acme")).isFalse();
        assertThat(offered("org.other")).isTrue();
    }

    @Test
    void ignore_is_stronger_than_include() {
        settings.put("gearman.bundles.acme.name", "com.acme");
        settings.put("gearman.bundles.acme.include", "services, images");
        settings.put("gearman.bundles.acme.ignore", "images.raw");
        assertThat(offered("com.acme.services")).isTrue();
        assertThat(offered("com.acme.images.png")).isTrue();
        assertThat(offered("com.acme.images.raw")).isFalse();
        assertThat(offered("com.acme")).isFalse();
    }

    @Test
    void a_bundle_without_a_package_is_an_error() {
        settings.put("gearman.bundles.acme.active", "true");
        offered("com.acme");
        assertThat(problems.errors()).extracting(Problem::code).containsExactly(ProblemCode.NAMELESS_BUNDLE);
    }
}
