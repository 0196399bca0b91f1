package dev.core7.conformance.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.run.Runner;
import dev.core7.conformance.spi.Check;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs every check on recorded exchanges; the name of a file begins with the expected outcome. */
class CheckFixturesTest {
    private static final Map<String, Check> CHECKS = checks();

    @TestFactory
    Stream<DynamicTest> the_outcome_is_as_recorded() {
        return folders().stream()
                .flatMap(folder -> files(folder).stream())
                .map(file -> DynamicTest.dynamicTest(name(file.getParent()) + "/" + name(file), () -> judge(file)));
    }

    private static void judge(Path file) throws IOException {
        var check = Objects.requireNonNull(CHECKS.get(name(file.getParent())), "no such check");
        var recorded = RecordedExchange.read(file);

        assertThat(check.concerns(recorded.exchange().sent()))
                .as("the check applies to such a case")
                .isTrue();
        assertThat(check.judge(recorded.exchange(), recorded.evidence())).isEqualTo(recorded.expected());
        assertThat(check.clause(recorded.exchange().sent())).isNotBlank();
    }

    @Test
    void every_folder_is_named_after_a_check() {
        assertThat(folders()).extracting(CheckFixturesTest::name).isSubsetOf(CHECKS.keySet());
    }

    @Test
    void every_check_passes_once() {
        assertThat(CHECKS.keySet()).allSatisfy(id -> assertThat(names(id)).anyMatch(n -> n.startsWith("pass-")));
    }

    /** A check that never fails, but can be not proven, has to be not proven once. */
    @Test
    void every_check_fails_or_is_not_proven_once() {
        assertThat(CHECKS.keySet())
                .allSatisfy(id ->
                        assertThat(names(id)).anyMatch(n -> n.startsWith("fail-") || n.startsWith("not-proven-")));
    }

    @Test
    void the_class_of_a_check_is_its_id_in_pascal_case() {
        CHECKS.forEach((id, check) -> assertThat(check.getClass()
                        .getSimpleName()
                        .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                        .toLowerCase(Locale.ROOT))
                .isEqualTo(id));
    }

    private static Map<String, Check> checks() {
        var checks = new TreeMap<String, Check>();
        Runner.checks().forEach(check -> checks.put(check.id(), check));
        return checks;
    }

    private static List<Path> folders() {
        try {
            var root = Objects.requireNonNull(CheckFixturesTest.class.getResource("/exchanges"));
            return files(Path.of(root.toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> names(String check) {
        return folders().stream()
                .filter(folder -> name(folder).equals(check))
                .flatMap(folder -> files(folder).stream())
                .map(CheckFixturesTest::name)
                .toList();
    }

    private static List<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }
}
