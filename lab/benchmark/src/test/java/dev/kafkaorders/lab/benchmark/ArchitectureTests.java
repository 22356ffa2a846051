package dev.kafkaorders.lab.benchmark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTests {
    private static final String ROOT = "dev.kafkaorders.lab.benchmark";

    private final JavaClasses classes =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(ROOT);

    @Test
    void judgesAndReportsWithoutKnowingWhatIsMeasured() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".frame", ROOT + ".result", ROOT + ".report")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka..",
                        "org.springframework..",
                        "dev.kafkaorders.orders..",
                        "dev.kafkaorders.payments..")
                .check(classes);
    }

    @Test
    void hasNoCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(classes);
    }
}
