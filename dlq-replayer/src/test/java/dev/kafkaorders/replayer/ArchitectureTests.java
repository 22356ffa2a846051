package dev.kafkaorders.replayer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    private final JavaClasses replayer =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("dev.kafkaorders.replayer");

    @Test
    void knowsNoOtherService() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.kafkaorders.orders..", "dev.kafkaorders.payments..")
                .check(replayer);
    }

    @Test
    void hasNoCycles() {
        slices().matching("dev.kafkaorders.replayer.(*)..")
                .should()
                .beFreeOfCycles()
                .check(replayer);
    }
}
