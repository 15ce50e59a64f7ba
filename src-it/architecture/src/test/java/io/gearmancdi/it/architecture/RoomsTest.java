package io.gearmancdi.it.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.gearmancdi.it.architecture.House.API;
import static io.gearmancdi.it.architecture.House.BUILD;
import static io.gearmancdi.it.architecture.House.CDI;
import static io.gearmancdi.it.architecture.House.CLI;
import static io.gearmancdi.it.architecture.House.DISCOVERY;
import static io.gearmancdi.it.architecture.House.DRIVER;
import static io.gearmancdi.it.architecture.House.ENGINE;
import static io.gearmancdi.it.architecture.House.PORTABLE;
import static io.gearmancdi.it.architecture.House.PROTOCOL;
import static io.gearmancdi.it.architecture.House.SERVER;
import static io.gearmancdi.it.architecture.House.SERVER_PROGRAM;
import static io.gearmancdi.it.architecture.House.TESTING;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom, between modules and between the rooms of the driver and the extension. */
@AnalyzeClasses(packages = House.ROOT, importOptions = House.Shipped.class)
class RoomsTest {

    @ArchTest
    static final ArchRule the_api_knows_nobody = noClasses()
            .that()
            .resideInAnyPackage(API)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(PROTOCOL, DRIVER, SERVER, DISCOVERY, CDI, CLI);

    @ArchTest
    static final ArchRule the_protocol_knows_java_alone = classes()
            .that()
            .resideInAPackage(PROTOCOL)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    PROTOCOL, "java..", "javax.net.ssl", "javax.crypto..", "javax.security..", "org.jspecify..");

    @ArchTest
    static final ArchRule only_its_room_knows_how_tls_is_made = noClasses()
            .that()
            .resideOutsideOfPackage("io.gearmancdi.protocol.tls")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.crypto..", "javax.security..")
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("javax\\.net\\.ssl\\.SSL(Engine|Context|Parameters)");

    @ArchTest
    static final ArchRule the_driver_knows_api_and_protocol = classes()
            .that()
            .resideInAPackage(DRIVER)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(and(API, DRIVER, PROTOCOL, "java..", "org.jspecify.."));

    @ArchTest
    static final ArchRule the_server_knows_the_protocol_and_how_it_is_found = classes()
            .that()
            .resideInAPackage(SERVER)
            .and()
            .resideOutsideOfPackage(SERVER_PROGRAM)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    House.ROOT,
                    House.ROOT + ".spi",
                    "io.gearmancdi.server",
                    "io.gearmancdi.server.net..",
                    "io.gearmancdi.server.store..",
                    ENGINE,
                    PROTOCOL,
                    "java..",
                    "javax.net.ssl",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule the_program_of_the_server_knows_its_face_alone = noClasses()
            .that()
            .resideInAPackage(SERVER_PROGRAM)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ENGINE, "io.gearmancdi.server.net..", "io.gearmancdi.server.store..", PROTOCOL);

    @ArchTest
    static final ArchRule the_store_knows_the_engine_alone = noClasses()
            .that()
            .resideInAPackage("io.gearmancdi.server.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.gearmancdi.server", "io.gearmancdi.server.net..", SERVER_PROGRAM, PROTOCOL);

    @ArchTest
    static final ArchRule the_extension_knows_the_api_and_the_face_of_the_driver = noClasses()
            .that()
            .resideInAnyPackage(DISCOVERY, CDI)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    PROTOCOL,
                    SERVER,
                    "io.gearmancdi.driver.admin..",
                    "io.gearmancdi.driver.client..",
                    "io.gearmancdi.driver.io..",
                    "io.gearmancdi.driver.log..",
                    "io.gearmancdi.driver.payload..",
                    "io.gearmancdi.driver.session..",
                    "io.gearmancdi.driver.worker..");

    @ArchTest
    static final ArchRule the_console_knows_api_and_extension = noClasses()
            .that()
            .resideInAPackage(CLI)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(PROTOCOL, DRIVER, SERVER, PORTABLE, BUILD);

    @ArchTest
    static final ArchRule what_the_console_shows_and_keeps_needs_java_alone = classes()
            .that()
            .resideInAnyPackage(House.ROOT + ".cli.view", House.ROOT + ".cli.cache")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    House.ROOT + ".cli.view",
                    House.ROOT + ".cli.cache",
                    "java.lang..",
                    "java.util..",
                    "java.io",
                    "java.net",
                    "java.nio..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule nobody_knows_the_console = noClasses()
            .that()
            .resideOutsideOfPackage(CLI)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(CLI);

    @ArchTest
    static final ArchRule what_helps_tests_knows_the_faces_of_driver_and_server = classes()
            .that()
            .resideInAPackage(TESTING)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(and(
                    API,
                    TESTING,
                    PROTOCOL,
                    "io.gearmancdi.driver",
                    "io.gearmancdi.server",
                    "org.junit.jupiter.api..",
                    "org.junit.platform.commons..",
                    "java..",
                    "org.jspecify.."));

    @ArchTest
    static final ArchRule nobody_ships_what_helps_tests = noClasses()
            .that()
            .resideOutsideOfPackage(TESTING)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(TESTING);

    @ArchTest
    static final ArchRule discovery_knows_no_cdi_model = noClasses()
            .that()
            .resideInAPackage(DISCOVERY)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(and(new String[] {CDI, DRIVER, "org.eclipse.microprofile.."}, "jakarta.."));

    @ArchTest
    static final ArchRule the_driver_shows_one_type = classes()
            .that()
            .resideInAPackage("io.gearmancdi.driver")
            .and()
            .areTopLevelClasses()
            .and()
            .arePublic()
            .should()
            .haveFullyQualifiedName("io.gearmancdi.driver.Gearman");

    @ArchTest
    static final ArchRule the_client_knows_no_workers = noClasses()
            .that()
            .resideInAPackage("io.gearmancdi.driver.client..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.gearmancdi.driver.worker..");

    @ArchTest
    static final ArchRule workers_know_nothing_of_the_client_but_where_to_enter_jobs = noClasses()
            .that()
            .resideInAPackage("io.gearmancdi.driver.worker..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.gearmancdi.driver.client..")
                    .and(not(name("io.gearmancdi.driver.client.JobCatalog"))));

    @ArchTest
    static final ArchRule the_portable_extension_does_not_know_the_other = noClasses()
            .that()
            .resideInAPackage(PORTABLE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(BUILD);

    @ArchTest
    static final ArchRule the_build_compatible_extension_gives_way_to_the_other = noClasses()
            .that()
            .resideInAPackage(BUILD)
            .should()
            .dependOnClassesThat(
                    resideInAPackage(PORTABLE).and(not(name("io.gearmancdi.cdi.portable.GearmanExtension"))));

    private static String[] and(String[] some, String... others) {
        var all = new String[some.length + others.length];
        System.arraycopy(some, 0, all, 0, some.length);
        System.arraycopy(others, 0, all, some.length, others.length);
        return all;
    }
}
