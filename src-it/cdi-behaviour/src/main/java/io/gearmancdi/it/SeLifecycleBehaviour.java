package io.gearmancdi.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import io.gearmancdi.GearmanWorkers;
import io.gearmancdi.WorkerState;
import io.gearmancdi.driver.Gearman;
import io.gearmancdi.it.more.Gate;
import io.gearmancdi.it.more.Tally;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Applications come and go while their process stays. */
@Timeout(180)
public abstract class SeLifecycleBehaviour {

    private static final String TALLY = "io.gearmancdi.it.more.Tally";
    private static final String FUNCTION = "it-" + TALLY + "~run";
    private static final int WAITING = 10;
    private static final int VISITS = 10;
    private static final Duration SOON = Duration.ofSeconds(30);

    /** For subclasses. */
    protected SeLifecycleBehaviour() {}

    private static SeApplication start(TestJobServer server, Queue<String> runs) {
        var settings = new HashMap<>(AppSettings.on(server.address()));
        settings.put("gearman.autostart", "false");
        var application = SeApplication.start(settings, Tally.class, Gate.class);
        application.get(Tally.class).noteIn(runs);
        application.get(GearmanWorkers.class).start(TALLY);
        return application;
    }

    @Test
    void the_end_lets_the_running_job_end_and_no_job_runs_twice() throws Exception {
        var runs = new ConcurrentLinkedQueue<String>();
        try (var server = TestJobServer.start();
                var caller =
                        Gearman.builder().servers(List.of(server.address())).build()) {
            var client = caller.client().foreign();
            var first = start(server, runs);
            var gate = first.get(Gate.class);
            var workers = first.get(GearmanWorkers.class);
            var result = client.doJobAsync(FUNCTION, Tally.HELD).toCompletableFuture();
            assertThat(gate.isReached()).isTrue();
            for (int i = 0; i < WAITING; i++) {
                client.doBackgroundJob(FUNCTION, "job " + i);
            }

            var end = CompletableFuture.runAsync(first::close);
            Awaitility.await().atMost(SOON).until(() -> workers.state(TALLY) != WorkerState.RUNNING);
            gate.open();
            assertThat(result.get(SOON.toSeconds(), TimeUnit.SECONDS).text()).isEqualTo("held ran");
            end.get(SOON.toSeconds(), TimeUnit.SECONDS);

            try (var second = start(server, runs)) {
                Awaitility.await()
                        .atMost(SOON)
                        .until(() -> server.table("status").contains(FUNCTION + "\t0\t0\t1"));
            }
            assertThat(runs).hasSize(1 + WAITING).doesNotHaveDuplicates();
        }
    }

    @Test
    void ten_applications_leave_no_class_loader_no_thread_and_no_file() throws Exception {
        try (var server = TestJobServer.start()) {
            var settings = new HashMap<>(AppSettings.on(server.address()));
            // Weld leaves its hook with the JDK when a container ends
            settings.put("org.jboss.weld.se.shutdownHook", "false");
            settings.forEach(System::setProperty);
            try {
                // What the JDK and the job server keep of the first they keep once
                visit();
                long files = openFiles();
                var loaders = new ArrayList<WeakReference<ClassLoader>>();
                for (int i = 0; i < VISITS; i++) {
                    loaders.add(visit());
                }
                assertLeft(loaders, files);
            } finally {
                settings.keySet().forEach(System::clearProperty);
            }
        }
    }

    private static void assertLeft(List<WeakReference<ClassLoader>> loaders, long files) {
        assertThat(threadsOfVisits()).isEmpty();
        Awaitility.await().atMost(SOON).untilAsserted(() -> {
            displaceTheLast();
            System.gc();
            assertThat(loaders)
                    .extracting(WeakReference::get)
                    .filteredOn(Objects::nonNull)
                    .isEmpty();
            assertThat(openFiles()).isLessThanOrEqualTo(files);
        });
    }

    private static WeakReference<ClassLoader> visit() throws Exception {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        try (var loader = new VisitLoader()) {
            thread.setContextClassLoader(loader);
            var visit = (Callable<?>)
                    loader.loadClass(Visit.class.getName()).getConstructor().newInstance();
            assertThat(visit.getClass()).isNotEqualTo(Visit.class);
            assertThat(visit.call()).isEqualTo("320, kept later, called in code");
            return new WeakReference<>(loader);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static List<String> threadsOfVisits() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getContextClassLoader() instanceof VisitLoader)
                .map(Thread::getName)
                .toList();
    }

    private static long openFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? system.getOpenFileDescriptorCount()
                : 0;
    }

    /** The JDK holds the record whose methods were linked last, until another one comes. */
    private static void displaceTheLast() {
        assertThat(new Last("one")).isNotEqualTo(new Last("other")).hasToString("Last[name=one]");
    }

    private record Last(String name) {}

    /** The class path once more, and nothing of the tests above it. */
    private static final class VisitLoader extends URLClassLoader {

        VisitLoader() throws IOException {
            super(classPath(), ClassLoader.getPlatformClassLoader());
        }

        private static URL[] classPath() throws MalformedURLException {
            var urls = new ArrayList<URL>();
            for (var entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
                urls.add(Path.of(entry).toUri().toURL());
            }
            return urls.toArray(URL[]::new);
        }
    }
}
