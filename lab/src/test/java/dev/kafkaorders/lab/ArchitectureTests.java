package dev.kafkaorders.lab;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTests {
    private static final String ROOT = "dev.kafkaorders.lab";

    private final JavaClasses classes =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(ROOT);

    @Test
    void usesNoSpring() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .check(classes);
    }

    @Test
    void goesThroughThePublicDoorsOnly() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.kafkaorders.orders..",
                        "dev.kafkaorders.payments..",
                        "dev.kafkaorders.replayer..")
                .check(classes);
    }

    @Test
    void auditsWithoutTheRunningSuite() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".audit", ROOT + ".ledger")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.kafkaorders.localstack.tour..",
                        "dev.kafkaorders.localstack",
                        "java.sql..",
                        "java.net.http..")
                .check(classes);
    }

    @Test
    void hasNoCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(classes);
    }
}
