package dev.core7.conformance;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.core7.conformance.http.CurlCommand;
import dev.core7.conformance.run.CaseSource;
import dev.core7.conformance.run.Check;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may import whom; ARCHITECTURE.md says the same in words. */
class ArchitectureTest {
    private static final String KIT = "dev.core7.conformance.";
    private static final String RUN = KIT + "run..";
    private static final String CONTRACT = "dev.core7.contract..";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.core7");

    @Test
    void contract_imports_nobody_of_ours() {
        noClasses()
                .that()
                .resideInAPackage(CONTRACT)
                .should()
                .dependOnClassesThat(resideInAPackage("dev.core7..").and(not(resideInAPackage(CONTRACT))))
                .because("everything is a function of the contract, and the contract of nothing")
                .check(CLASSES);
    }

    @Test
    void mock_imports_the_contract_only() {
        noClasses()
                .that()
                .resideInAPackage("dev.core7.mock..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("dev.core7..").and(not(resideInAnyPackage(CONTRACT, "dev.core7.mock.."))))
                .because("the judged shares no code with its judge")
                .check(CLASSES);
    }

    @Test
    void run_imports_no_library() {
        classes()
                .that()
                .resideInAPackage(RUN)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(RUN, CONTRACT, "java..", "org.jspecify..")
                .because("the engine must be readable and testable without any framework")
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cases", "checks", "flows", "report", "http", "baseline", "diff", "shard"})
    void what_surrounds_the_engine_imports_the_engine_and_not_each_other(String leaf) {
        var allowed = resideInAnyPackage(KIT + leaf + "..", RUN, CONTRACT);
        var curl = leaf.equals("report") ? type(CurlCommand.class) : type(Void.class);
        noClasses()
                .that()
                .resideInAPackage(KIT + leaf + "..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("dev.core7..").and(not(allowed)).and(not(curl)))
                .because("each can be read, replaced and tested alone; reports alone show curl lines")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void nothing_imports_generated_code() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.core7.client..", "dev.core7.server..")
                .because("a bug in a generator must not hide the same bug in a server")
                .check(CLASSES);
    }

    @ParameterizedTest
    @CsvSource({
        "io.restassured.., dev\\.core7\\.conformance\\.http\\.RestAssuredTransport.*",
        "org.apache.http.., dev\\.core7\\.conformance\\.http\\.TimedClient.*",
        "com.networknt.., dev\\.core7\\.contract\\.(Schemas|Alternatives).*",
        "org.snakeyaml.., dev\\.core7\\.contract\\.YamlNode.*",
        "com.github.tomakehurst.., dev\\.core7\\.mock\\.([A-Z]|junit\\.).*",
        "picocli.., dev\\.core7\\.conformance\\.cli\\..*",
        "org.junit.., dev\\.core7\\.(conformance|mock)\\.junit\\..*",
        "com.samskivert.., dev\\.core7\\.(conformance\\.report|mock\\.doors)\\.HtmlTemplate.*"
    })
    void a_library_has_one_importer(String library, String importer) {
        noClasses()
                .that()
                .haveNameNotMatching(importer)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .because("a library that one place knows can be replaced in one place; judge and judged share no place")
                .check(CLASSES);
    }

    @Test
    void checks_and_case_sources_are_final() {
        classes()
                .that()
                .implement(Check.class)
                .or()
                .implement(CaseSource.class)
                .should()
                .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL)
                .because("a rule is one file, and nobody has to look for another half of it")
                .check(CLASSES);
    }

    @Test
    void checks_and_case_sources_hold_no_state() {
        fields().that()
                .areDeclaredInClassesThat()
                .implement(Check.class)
                .or()
                .areDeclaredInClassesThat()
                .implement(CaseSource.class)
                .should()
                .beStatic()
                .andShould()
                .beFinal()
                .because("each judges every exchange of a run as if it were the first")
                .check(CLASSES);
    }

    @Test
    void there_are_no_cycles() {
        slices().matching("dev.core7.(**)")
                .should()
                .beFreeOfCycles()
                .because("a cycle can only be understood as a whole")
                .check(CLASSES);
    }

    @Test
    void only_the_command_line_prints_and_exits() {
        noClasses()
                .that()
                .resideOutsideOfPackage(KIT + "cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .because("everything else is a function that somebody may call in a test")
                .check(CLASSES);
    }
}
