package dev.kafkaorders.cluster;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    @Test
    void needsNothingButTheContractAndAClient() {
        var setup =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.kafkaorders.cluster");
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "org.apache.kafka..",
                        "tools.jackson..",
                        "dev.kafkaorders.events",
                        "dev.kafkaorders.cluster")
                .check(setup);
    }
}
