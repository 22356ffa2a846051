package dev.kafkaorders.orders;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("dev.kafkaorders");

    @Test
    void nobodyUsesTheWeb() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..web..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.kafkaorders..web..")
                .check(CLASSES);
    }

    @Test
    void publishingKnowsNothingOfOrders() {
        noClasses()
                .that()
                .resideInAPackage("..publishing..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..events..", "..placement..", "..idempotency..")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.kafkaorders.orders.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void servicesDoNotKnowEachOther() {
        classes()
                .that()
                .resideInAPackage("dev.kafkaorders.orders..")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackages("dev.kafkaorders.payments..", "dev.kafkaorders.replayer..")
                .check(CLASSES);
    }
}
