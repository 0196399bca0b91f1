package dev.core7.conformance.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import dev.core7.contract.Operation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathsTest {
    private static final Contract BUNDLED = ContractReader.bundled();

    /** Paths with a parameter stand before those that are written out, which is the order that misleads. */
    private static final Contract CONTRACT = contract(
            "/a/{a_id}/", "/a/{a_id}/{b_id}/", "/a/{a_id}/b/", "/a/mine/{b_id}/", "/a/mine/", "/a.b/", "/c/{b_id}/");

    private static Contract contract(String... paths) {
        return new Contract(
                "", "", "", "", List.of(paths).stream().map(PathsTest::get).toList());
    }

    private static Operation get(String path) {
        var like = BUNDLED.operation("cohorts_list").orElseThrow();
        return new Operation(
                path,
                "GET",
                path,
                like.summary(),
                like.section(),
                like.tool(),
                like.scopes(),
                like.parameters(),
                like.body(),
                like.success(),
                like.errors(),
                like.unclear(),
                like.alsoNeeds(),
                like.eventually(),
                like.unjudged());
    }

    private static Optional<String> called(String method, String path, Map<String, String> known) {
        return Paths.called(CONTRACT, method, path, known).map(Operation::path);
    }

    @ParameterizedTest
    @CsvSource({
        "/a/5/, /a/{a_id}/",
        "/a/mine/, /a/mine/",
        "/a/mine/?x=/a/5/, /a/mine/",
        "/a/5/6/, /a/{a_id}/{b_id}/",
        "/a/5/b/, /a/{a_id}/b/",
        "/a/mine/b/, /a/mine/{b_id}/",
        "/a/mine%2Fb/, /a/{a_id}/",
        "/a.b/, /a.b/",
        "/a/5, /a/{a_id}/",
        "/a/mine?x=1, /a/mine/",
    })
    void of_two_paths_that_fit_the_one_that_is_written_out_is_called(String path, String called) {
        assertThat(called("GET", path, Map.of())).hasValue(called);
    }

    @ParameterizedTest
    @CsvSource({"GET, /a//", "GET, /a/5/6/7/", "GET, /axb/", "POST, /a/5/"})
    void what_no_path_fits_calls_nothing(String method, String path) {
        assertThat(called(method, path, Map.of())).isEmpty();
    }

    @Test
    void a_number_or_a_short_text_can_be_an_id() {
        assertThat(Paths.id(new BigDecimal("7.0"))).hasValue("7");
        assertThat(Paths.id("x".repeat(Paths.MAX_ID))).isPresent();
        assertThat(Stream.of("x".repeat(Paths.MAX_ID + 1), "", ".", "..", true, Map.of()))
                .allSatisfy(value -> assertThat(Paths.id(value)).isEmpty());
        assertThat(Paths.id(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1.5, /a/1.5/, true", "1.5, /a/1x5/, false", "a b(, /a/a%20b%28/, true", ".*, /a/5/, false"})
    void a_parameter_that_is_known_fits_its_value_alone(String known, String path, boolean fits) {
        assertThat(called("GET", path, Map.of("a_id", known)).isPresent()).isEqualTo(fits);
    }
}
