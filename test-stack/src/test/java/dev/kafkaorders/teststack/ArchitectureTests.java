package dev.kafkaorders.teststack;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    @Test
    void knowsNoFrameworkAndNoService() {
        var stack =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.kafkaorders.teststack");
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "dev.kafkaorders.orders..",
                        "dev.kafkaorders.payments..",
                        "dev.kafkaorders.replayer..")
                .check(stack);
    }
}
