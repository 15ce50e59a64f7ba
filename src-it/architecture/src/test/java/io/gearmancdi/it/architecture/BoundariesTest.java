package io.gearmancdi.it.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.gearmancdi.it.architecture.House.BUILD;
import static io.gearmancdi.it.architecture.House.CDI;
import static io.gearmancdi.it.architecture.House.CLI;
import static io.gearmancdi.it.architecture.House.CONFIG;
import static io.gearmancdi.it.architecture.House.DISCOVERY;
import static io.gearmancdi.it.architecture.House.DRIVER;
import static io.gearmancdi.it.architecture.House.ENGINE;
import static io.gearmancdi.it.architecture.House.JSON;
import static io.gearmancdi.it.architecture.House.PORTABLE;
import static io.gearmancdi.it.architecture.House.PROTOCOL;
import static io.gearmancdi.it.architecture.House.SERVER;
import static io.gearmancdi.it.architecture.House.SESSION;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Array;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Timer;

/** What of the platform each room may touch. */
@AnalyzeClasses(packages = House.ROOT, importOptions = House.Shipped.class)
class BoundariesTest {

    private static final String[] PURE = {SESSION, ENGINE};

    @ArchTest
    static final ArchRule no_jakarta_below_the_extension = noClasses()
            .that()
            .resideInAnyPackage(DRIVER, PROTOCOL, SERVER)
            .should()
            .dependOnClassesThat(resideInAnyPackage("jakarta..", "javax..", "org.eclipse.microprofile..")
                    .and(not(resideInAnyPackage("javax.net.ssl", "javax.crypto..")))); // those two are java.base

    // CDI Lite shares some types of this package; those that say what a bean is are no model of an extension
    @ArchTest
    static final ArchRule the_portable_spi_has_one_room = noClasses()
            .that()
            .resideOutsideOfPackage(PORTABLE)
            .should()
            .dependOnClassesThat(resideInAPackage("jakarta.enterprise.inject.spi")
                    .and(not(name("jakarta.enterprise.inject.spi.Bean")))
                    .and(not(assignableTo(RuntimeException.class))));

    @ArchTest
    static final ArchRule the_build_compatible_spi_has_one_room = noClasses()
            .that()
            .resideOutsideOfPackage(BUILD)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.enterprise.inject.build..");

    // CDI 4.0 has none, and the same jar runs there
    @ArchTest
    static final ArchRule invokers_have_one_class = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("io.gearmancdi.cdi.build.Invokers")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.enterprise.invoke..");

    // Where an application is built ahead of time, nothing of its classes is known by reflection
    @ArchTest
    static final ArchRule reflection_has_one_room = noClasses()
            .that()
            .resideInAnyPackage(DISCOVERY, CDI)
            .and()
            .resideOutsideOfPackage(PORTABLE)
            .should()
            .dependOnClassesThat(resideInAPackage("java.lang.reflect")
                    .and(assignableTo(AnnotatedElement.class)
                            .or(type(Array.class))
                            .or(type(Proxy.class))))
            .orShould()
            .accessTargetWhere(describe(
                    "a class is asked for what it has",
                    access -> access.getTargetOwner().isEquivalentTo(Class.class)
                            && access.getName()
                                    .matches("forName|.*[aA]nnotation.*|get(Declared)?"
                                            + "(Method|Field|Constructor|Class|RecordComponent)(s|es)?"
                                            + "|getGeneric.*|getTypeParameters|getInterfaces|getEnclosing.*")));

    // What Java 17 does not know of the virtual threads of Java 21
    @ArchTest
    static final ArchRule method_handles_have_one_class = noClasses()
            .that()
            .resideInAnyPackage(DISCOVERY, CDI)
            .and()
            .doNotHaveFullyQualifiedName("io.gearmancdi.cdi.VirtualThreads")
            .should()
            .accessTargetWhere(describe(
                    "a method is looked up",
                    access -> access.getTargetOwner().isEquivalentTo(MethodHandles.Lookup.class)
                            && access.getName().startsWith("find")));

    // The console's cache has to know which files configuration comes from; one guarded class finds them
    @ArchTest
    static final ArchRule config_has_one_room = noClasses()
            .that()
            .resideOutsideOfPackage(CONFIG)
            .and()
            .doNotHaveFullyQualifiedName("io.gearmancdi.cli.ConfigFiles")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.microprofile..");

    @ArchTest
    static final ArchRule json_has_one_room = noClasses()
            .that()
            .resideOutsideOfPackage(JSON)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.json..");

    // Where there is no JTA, this class must not be loaded
    @ArchTest
    static final ArchRule transactions_have_one_class = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("io.gearmancdi.cdi.OpenTransactions")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.transaction..");

    @ArchTest
    static final ArchRule nobody_asks_for_the_current_container = noClasses()
            .that()
            .resideInAnyPackage(CDI, CLI, DISCOVERY)
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("jakarta.enterprise.inject.spi.CDI");

    @ArchTest
    static final ArchRule sessions_and_engine_know_no_sockets = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.net..", "java.nio.channels..", "javax.net.."));

    @ArchTest
    static final ArchRule sessions_and_engine_know_no_threads = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat(type(Thread.class)
                    .or(type(Timer.class))
                    .or(resideInAPackage("java.util.concurrent").and(executes())));

    @ArchTest
    static final ArchRule sessions_and_engine_know_no_clocks = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .dependOnClassesThat(type(Clock.class));

    private static DescribedPredicate<JavaClass> executes() {
        return describe(
                "run tasks",
                type -> type.getSimpleName().contains("Execut")
                        || type.getSimpleName().startsWith("ForkJoin"));
    }
}
