package io.gearmancdi.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gearmancdi.cdi.json.JsonCodec;
import io.gearmancdi.discovery.ClassView;
import io.gearmancdi.spi.EmbeddedServer;
import io.gearmancdi.spi.JobServerProvider;
import io.gearmancdi.spi.JobServerSettings;
import io.gearmancdi.spi.UniqueKeyGenerator;
import io.gearmancdi.spi.WorkloadCodec;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.net.BindException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application that cannot start, with a job server inside it. */
class AssemblyTest {

    private final Map<String, String> settings =
            Map.of("gearman.embedded-server", "always", "gearman.defaults.callbacks", "false");
    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    private final AtomicInteger closed = new AtomicInteger();
    private URLClassLoader loader;

    @BeforeEach
    void provide(@TempDir Path directory) throws IOException {
        var services = Files.createDirectories(directory.resolve("META-INF/services"));
        Files.writeString(services.resolve(JobServerProvider.class.getName()), Occupied.class.getName());
        loader = new URLClassLoader(new URL[] {directory.toUri().toURL()}, before);
        Thread.currentThread().setContextClassLoader(loader);
        settings.forEach(System::setProperty);
    }

    @AfterEach
    void forget() throws IOException {
        settings.keySet().forEach(System::clearProperty);
        System.clearProperty("gearman.tls.enabled");
        System.clearProperty("gearman.tls.certificate");
        Thread.currentThread().setContextClassLoader(before);
        loader.close();
    }

    @SuppressWarnings("UnnecessaryAssignment") // there is no container here
    private Assembly assembly() {
        var assembly = new Assembly();
        assembly.findings = new NoFindings();
        assembly.collaborators = new Collaborators() {
            @Override
            Optional<JobExecutor> executor(String jndiName) {
                return Optional.of(new JobExecutor(Runnable::run, "the test's", closed::incrementAndGet));
            }

            @Override
            Optional<OpenTransactions> transactions() {
                return Optional.empty();
            }

            @Override
            Optional<ThreadFactory> threadFactory() {
                return Optional.empty();
            }

            @Override
            WorkloadCodec codec() {
                return new JsonCodec();
            }

            @Override
            Optional<UniqueKeyGenerator> uniqueKeys() {
                return Optional.empty();
            }
        };
        return assembly;
    }

    @Test
    void closes_its_executor_where_the_job_server_does_not_start() {
        assertThatThrownBy(assembly()::assemble).hasRootCauseInstanceOf(BindException.class);

        assertThat(closed).hasValue(1);
    }

    @Test
    void closes_its_executor_where_keys_cannot_be_read() {
        System.setProperty("gearman.tls.enabled", "true");
        System.setProperty("gearman.tls.certificate", "/nowhere/own.pem");

        assertThatThrownBy(assembly()::assemble).hasMessageContaining("/nowhere/own.pem");

        assertThat(closed).hasValue(1);
    }

    /** Somebody else has its port. */
    public static final class Occupied implements JobServerProvider {
        @Override
        public EmbeddedServer start(JobServerSettings settings) throws IOException {
            throw new BindException("Address already in use");
        }
    }

    private static final class NoFindings implements Findings {
        @Override
        public StartSignal startSignal() {
            return StartSignal.STARTUP;
        }

        @Override
        public String extension() {
            return "none";
        }

        @Override
        public List<ClassView> classes() {
            return List.of();
        }

        @Override
        public ObservedTypes observed() {
            throw new UnsupportedOperationException("callbacks are off");
        }

        @Override
        public Optional<WorkerBean> bean(ClassView worker, String service, Instance<Object> marked) {
            return Optional.empty();
        }
    }
}
