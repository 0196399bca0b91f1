package dev.core7.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.core7.contract.Json;
import dev.core7.contract.JsonPointer;
import dev.core7.contract.Schema;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SarifReporterTest {
    private static @Nullable Object sarif(boolean strict) throws IOException, Json.NotJsonException {
        var out = new StringWriter();
        new SarifReporter().write(Reports.everyOutcome(strict), out);
        return Json.parse(out.toString());
    }

    private static List<?> results(boolean strict) throws IOException, Json.NotJsonException {
        return (List<?>) Objects.requireNonNull(JsonPointer.find(sarif(strict), "/runs/0/results"));
    }

    /** {@code sarif.schema.json} beside this class is what the standard says of the parts that are written. */
    @Test
    void has_the_structure_of_the_standard_whatever_came() throws IOException, Json.NotJsonException {
        try (var in = Objects.requireNonNull(getClass().getResourceAsStream("sarif.schema.json"))) {
            var schema = Schema.document(Objects.requireNonNull(Json.parse(in.readAllBytes())));
            assertThat(schema.violations(sarif(false))).isEmpty();
            assertThat(schema.violations(sarif(true))).isEmpty();
            var wrong = Json.parse(Json.write(sarif(false)).replace("\"fail\"", "\"failed\""));
            assertThat(schema.violations(wrong)).isNotEmpty();
        }
    }

    @Test
    void tells_what_failed_is_open_or_known_and_not_what_passed() throws IOException, Json.NotJsonException {
        assertThat(results(false))
                .extracting(result -> JsonPointer.find(result, "/kind"), result -> JsonPointer.find(result, "/level"))
                .containsExactly(
                        tuple("fail", "error"),
                        tuple("open", "none"),
                        tuple("fail", "error"),
                        tuple("fail", "warning"),
                        tuple("open", "none"),
                        tuple("fail", "warning"));
        assertThat(results(false))
                .extracting(result -> JsonPointer.find(result, "/suppressions/0/justification"))
                .containsExactly(null, null, "ticket 7", null, null, "ticket 7");
    }

    @Test
    void a_should_is_an_error_where_it_counts() throws IOException, Json.NotJsonException {
        assertThat(results(true))
                .extracting(result -> JsonPointer.find(result, "/level"))
                .doesNotContain("warning");
    }

    @Test
    void each_result_leads_to_its_rule_its_case_and_its_request() throws IOException, Json.NotJsonException {
        var run = Objects.requireNonNull(JsonPointer.find(sarif(false), "/runs/0"));
        assertThat(JsonPointer.find(run, "/results/0"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("ruleId", JsonPointer.find(run, "/tool/driver/rules/0/id"))
                .containsEntry(
                        "partialFingerprints", Map.of("resultId/v1", "annotations_list/documented/response-body"))
                .containsEntry(
                        "webRequest",
                        Map.of("method", "GET", "target", "http://127.0.0.1:8080/api/projects/1/annotations/?q=%27"));
        assertThat(JsonPointer.find(run, "/results/0/locations/0/logicalLocations/0/fullyQualifiedName"))
                .isEqualTo("annotations_list/documented");
    }
}
