package dev.kafkaorders.localstack;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTests {
    private static final String ROOT = "dev.kafkaorders.localstack";

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
    void knowsNothingOfTheServices() {
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
    void keepsTheBrokersOwnClassesOffItsClassPath() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("kafka..", "org.apache.kafka.server..", "org.apache.logging..")
                .check(classes);
    }

    @Test
    void hasNoCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void usesTheCommandLineFromNowhere() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".demo")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".demo")
                .check(classes);
    }

    @Test
    void startsProcessesWithoutAnyLibrary() {
        // After a SIGKILL the watchdog runs these classes from this module's jar alone.
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".process")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("java..", "org.jspecify..", ROOT + ".process")
                .check(classes);
    }
}
