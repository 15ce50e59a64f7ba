package io.gearmancdi.it.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;

/** What holds in every room. */
@AnalyzeClasses(packages = House.ROOT, importOptions = House.Shipped.class)
class HabitsTest {

    @ArchTest
    static final ArchRule no_cycles_between_packages =
            slices().assignedFrom(new EveryPackage()).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothing_static_changes = fields().that()
            .areStatic()
            .and()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should()
            .beFinal();

    @ArchTest
    static final ArchRule names_say_what_things_are = noClasses()
            .should()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Impl");

    private static final class EveryPackage implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            // The packages of the API are one room: names, events and extension points speak of each other
            return isApi(type) ? SliceIdentifier.of("api") : SliceIdentifier.of(type.getPackageName());
        }

        private static boolean isApi(JavaClass type) {
            return List.of(House.API).contains(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "every package";
        }
    }
}
