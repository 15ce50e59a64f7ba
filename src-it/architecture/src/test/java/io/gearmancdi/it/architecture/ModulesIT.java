package io.gearmancdi.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.cli.GearmanConsole;
import io.gearmancdi.spi.JobServerProvider;
import io.gearmancdi.testing.GearmanServer;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ResolvedModule;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.JUnitException;
import org.opentest4j.TestAbortedException;

/** The jars on the module path. */
class ModulesIT {

    private static final String EXTENSION = "io.gearmancdi.extension";

    private static final Set<String> NAMES =
            Set.of("io.gearmancdi.api", "io.gearmancdi.protocol", "io.gearmancdi.driver", "io.gearmancdi.server");

    @Test
    void api_protocol_driver_and_server_need_nothing_else() throws URISyntaxException {
        assertThat(resolved().modules())
                .extracting(ResolvedModule::name)
                .filteredOn(name -> name.startsWith("io.gearmancdi"))
                .containsExactlyInAnyOrderElementsOf(NAMES);
    }

    @Test
    void the_embedded_server_is_found_on_the_module_path() throws URISyntaxException {
        assertThat(resolved()
                        .findModule("io.gearmancdi.server")
                        .orElseThrow()
                        .reference()
                        .descriptor()
                        .provides())
                .extracting(ModuleDescriptor.Provides::service)
                .contains(JobServerProvider.class.getName());
    }

    @Test
    void the_driver_exports_its_face_alone() throws URISyntaxException {
        assertThat(resolved()
                        .findModule("io.gearmancdi.driver")
                        .orElseThrow()
                        .reference()
                        .descriptor()
                        .exports())
                .extracting(ModuleDescriptor.Exports::source)
                .containsExactly("io.gearmancdi.driver");
    }

    @Test
    void the_extension_keeps_its_name() throws URISyntaxException {
        assertThat(ModuleFinder.of(Jars.EXTENSION.path()).findAll())
                .extracting(found -> found.descriptor().name())
                .containsExactly(EXTENSION);
    }

    @Test
    void the_bundle_is_one_module_with_the_packages_of_all() throws URISyntaxException {
        var jar = Jars.EXTENSION.path();
        var bundle =
                ModuleFinder.of(jar.resolveSibling(jar.getFileName().toString().replace(".jar", "-bundle.jar")));

        var module = Configuration.resolve(
                        bundle, List.of(ModuleLayer.boot().configuration()), ModuleFinder.of(), Set.of(EXTENSION))
                .findModule(EXTENSION)
                .orElseThrow();

        assertThat(module.reference().descriptor().packages())
                .contains("io.gearmancdi", "io.gearmancdi.protocol", "io.gearmancdi.driver", "io.gearmancdi.cdi");
    }

    @Test
    void every_jar_is_resolved_and_no_package_is_in_two() throws URISyntaxException {
        var jars = new ArrayList<Path>();
        for (var jar : Jars.values()) {
            jars.add(jar.path());
        }
        jars.add(jarOf(GearmanConsole.class));
        var names = new HashSet<>(NAMES);
        names.addAll(Set.of(EXTENSION, "io.gearmancdi.cli"));

        var resolved = Configuration.resolve(
                ModuleFinder.of(jars.toArray(Path[]::new)),
                List.of(ModuleLayer.boot().configuration()),
                ModuleFinder.of(),
                names);

        assertThat(resolved.modules()).extracting(ResolvedModule::name).containsAll(names);
    }

    @Test
    void what_helps_tests_is_resolved_with_junit_and_the_server() throws URISyntaxException {
        var finder = ModuleFinder.of(
                Jars.API.path(),
                Jars.PROTOCOL.path(),
                Jars.DRIVER.path(),
                Jars.SERVER.path(),
                jarOf(GearmanServer.class),
                jarOf(Test.class),
                jarOf(JUnitException.class),
                jarOf(API.class),
                jarOf(TestAbortedException.class));

        var resolved = Configuration.resolve(
                finder,
                List.of(ModuleLayer.boot().configuration()),
                ModuleFinder.of(),
                Set.of("io.gearmancdi.testing"));

        var testing = resolved.findModule("io.gearmancdi.testing").orElseThrow();
        assertThat(testing.reads())
                .extracting(ResolvedModule::name)
                .contains("io.gearmancdi.server", "io.gearmancdi.driver", "org.junit.jupiter.api");
        assertThat(testing.reference().descriptor().exports())
                .extracting(ModuleDescriptor.Exports::source)
                .containsExactly("io.gearmancdi.testing");
    }

    private static Path jarOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static Configuration resolved() throws URISyntaxException {
        var finder = ModuleFinder.of(Jars.API.path(), Jars.PROTOCOL.path(), Jars.DRIVER.path(), Jars.SERVER.path());
        return Configuration.resolve(finder, List.of(ModuleLayer.boot().configuration()), ModuleFinder.of(), NAMES);
    }
}
