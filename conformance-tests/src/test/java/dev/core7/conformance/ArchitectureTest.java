package dev.core7.conformance;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.core7.conformance.spi.CaseSource;
import dev.core7.conformance.spi.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may import whom; between our packages it is ARCHITECTURE.md that says so. */
class ArchitectureTest {
    private static final String KIT = "dev.core7.conformance.";
    private static final String[] ENGINE = Stream.of(
                    "target", "exchange", "result", "objects", "spi", "selection", "recording", "run")
            .map(name -> KIT + name)
            .toArray(String[]::new);
    private static final String CONTRACT = "dev.core7.contract..";
    /** A row of the table of packages has this many pieces between its bars, the empty one in front too. */
    private static final int TABLE_CELLS = 5;

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.core7");

    @ParameterizedTest
    @MethodSource("table")
    void a_package_imports_of_ours_what_the_table_says(String name, List<String> mayImport) {
        noClasses()
                .that()
                .resideInAPackage(name)
                .should()
                .dependOnClassesThat(resideInAPackage("dev.core7..")
                        .and(not(resideInAPackage(name)))
                        .and(not(describe("one of " + mayImport, imported -> isOneOf(mayImport, imported)))))
                .because("ARCHITECTURE.md says so: what imports little can be read, replaced and tested alone")
                .check(CLASSES);
    }

    @Test
    void every_package_stands_in_the_table() throws IOException {
        assertThat(table().map(row -> row.get()[0]))
                .containsExactlyInAnyOrderElementsOf(CLASSES.stream()
                        .map(JavaClass::getPackageName)
                        .distinct()
                        .toList());
    }

    /** The packages in the table of ARCHITECTURE.md, and the packages and classes that each may import. */
    private static Stream<Arguments> table() throws IOException {
        return Files.readAllLines(Path.of("..", "ARCHITECTURE.md")).stream()
                .map(line -> line.split("\\|"))
                .filter(cells -> cells.length == TABLE_CELLS)
                .flatMap(cells -> names(cells[2]).stream()
                        .map(name -> Arguments.of(
                                name, cells[4].strip().equals("all") ? List.of("dev.core7..") : names(cells[4]))));
    }

    private static List<String> names(String cell) {
        return Pattern.compile("`([.\\w]+)`")
                .matcher(cell)
                .results()
                .map(name -> name.group(1))
                .map(name -> name.startsWith(".") ? "dev.core7.conformance" + name : "dev.core7." + name)
                .toList();
    }

    private static boolean isOneOf(List<String> mayImport, JavaClass imported) {
        return mayImport.stream()
                .anyMatch(name -> name.equals(imported.getName())
                        || PackageMatcher.of(name).matches(imported.getPackageName()));
    }

    @Test
    void the_engine_imports_no_library() {
        classes()
                .that()
                .resideInAnyPackage(ENGINE)
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(ENGINE).or(resideInAnyPackage(CONTRACT, "java..", "org.jspecify..")))
                .because("the engine must be readable and testable without any framework")
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
        "org.apache.http.., dev\\.core7\\.conformance\\.http\\.(TimedClient|PlainTransport|LimitedConnection|HeadLimit|Trust|Failures).*",
        "tools.jackson.., dev\\.core7\\.contract\\.(Json|HugeNumber|Schemas).*",
        "com.networknt.., dev\\.core7\\.contract\\.(Schemas|UnionErrors).*",
        "org.snakeyaml.., dev\\.core7\\.contract\\.(YamlNode|DepthLimitedParser).*",
        "com.github.tomakehurst.., dev\\.core7\\.mock\\.([A-Z]|(wiremock|jetty|junit)\\.).*",
        "io.modelcontextprotocol.., dev\\.core7\\.mock\\.mcp\\.Tool(Server|Call).*",
        "reactor.., dev\\.core7\\.mock\\.mcp\\.ToolServer.*",
        "picocli.., dev\\.core7\\.conformance\\.cli\\..*",
        "org.junit.., dev\\.core7\\.(conformance|mock)\\.junit\\..*",
        "com.samskivert.., dev\\.core7\\.(conformance\\.report|mock\\.web)\\.HtmlTemplate.*"
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
                .haveModifier(JavaModifier.FINAL)
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
