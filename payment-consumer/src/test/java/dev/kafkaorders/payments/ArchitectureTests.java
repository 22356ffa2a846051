package dev.kafkaorders.payments;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    private final JavaClasses classes =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("dev.kafkaorders.payments");

    @Test
    void featuresHaveNoCycles() {
        slices().matching("dev.kafkaorders.payments.(**)").should().beFreeOfCycles().check(classes);
    }

    @Test
    void nobodyUsesWebCode() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..web..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.kafkaorders..web..")
                .check(classes);
    }

    @Test
    void noOtherServiceIsImported() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.kafkaorders.orders..",
                        "dev.kafkaorders.replayer..",
                        "dev.kafkaorders.localstack..")
                .check(classes);
    }

    @Test
    void theDomainKnowsNoKafka() {
        noClasses()
                .that()
                .resideInAnyPackage("..payments.payment..", "..payments.gateway..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..")
                .check(classes);
    }
}
