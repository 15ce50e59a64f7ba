package io.gearmancdi.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.driver.Gearman;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What is left when everything is closed: nothing. */
class ClosingTest extends OnEveryServer {

    @Test
    void isQuickWhereNothingHappens() {
        var times = new ArrayList<Duration>();
        for (int i = 0; i < 5; i++) {
            var idle = used();
            long start = System.nanoTime();
            idle.close();
            times.add(Duration.ofNanos(System.nanoTime() - start));
        }

        // The machine may be busy once, not always
        assertThat(times).anySatisfy(time -> assertThat(time).isLessThan(Duration.ofMillis(100)));
    }

    @Test
    void leavesNoThread() {
        var before = threads();
        var idle = used();
        assertThat(threads()).hasSizeGreaterThan(before.size());

        idle.close();

        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(threads()).isEqualTo(before));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void leavesNoSocket() throws IOException {
        var warmedUp = used();
        warmedUp.close();
        var before = sockets();
        var idle = used();
        assertThat(sockets()).hasSizeGreaterThan(before.size());

        idle.close();

        // The embedded server has the other ends, in this very process
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(sockets()).hasSizeLessThanOrEqualTo(before.size()));
    }

    @Test
    void startsNothingThatIsNotUsed() {
        var before = threads();

        try (var unused = builder().build()) {
            unused.start();

            assertThat(threads()).isEqualTo(before);
        }
    }

    private Gearman used() {
        var used = builder().build();
        used.workers().register("close", job -> job.bytes(), all -> all);
        assertThat(used.client().doJob("close", "x").text()).isEqualTo("x");
        return used;
    }

    /** The library's threads, without those of the embedded server. */
    private static Set<String> threads() {
        var names = new TreeSet<String>();
        for (var thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("gearman-") && !thread.getName().startsWith("gearman-server")) {
                names.add(thread.getName() + " " + thread.getId());
            }
        }
        return names;
    }

    private static List<String> sockets() throws IOException {
        var sockets = new ArrayList<String>();
        try (var descriptors = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
            for (var descriptor : descriptors) {
                try {
                    var target = Files.readSymbolicLink(descriptor).toString();
                    if (target.startsWith("socket:")) {
                        sockets.add(target);
                    }
                } catch (IOException e) {
                    // Closed meanwhile: the descriptor of this very listing
                }
            }
        }
        return sockets;
    }
}
