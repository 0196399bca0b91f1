package dev.core7.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Violations of schemas with their location, expectation and value. */
class SchemaTest {
    private static final Contract CONTRACT = ContractReader.bundled();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{type: integer} | \"1\" | ` type: integer, not \"1\" (string)`",
                "{type: integer} | 1.5 | ` type: integer, not 1.5 (number)`",
                "{type: integer} | true | ` type: integer, not true (boolean)`",
                "{type: string} | null | ` type: string, not null`",
                "{type: [string, 'null']} | 1 | ` type: string or null, not 1 (integer)`",
                "{type: object} | [] | ` type: object, not [] (array)`",
                "{required: [a, b/c]} | {\"a\": null} | `/b~1c required: present, not absent`",
                "{additionalProperties: false} | {\"a\": 1} | `/a additionalProperties: no such field, not 1 (integer)`",
                "{items: {type: integer}} | [1, 2, \"3\", 4] | `/2 type: integer, not \"3\" (string)`",
                "{minItems: 1} | [] | ` minItems: minItems 1, not [] (array)`",
                "{enum: [csv, json]} | \"xml\" | ` enum: one of [\"csv\",\"json\"], not \"xml\" (string)`",
                "{pattern: .+@.+} | \"nobody\" | ` pattern: text that matches .+@.+, not \"nobody\" (string)`",
                "{maxLength: 2} | \"abc\" | ` maxLength: maxLength 2, not \"abc\" (string)`"
            })
    void a_violation_contains_location_expectation_and_value(String schema, String json, String violation) {
        assertThat(violations(schema, json)).containsExactly(violation);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.0", "1e2", "-0", "18446744073709551616", "1e400"})
    void every_number_without_fraction_is_an_integer(String json) {
        assertThat(violations("{type: integer}", json)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "date-time, 2019-08-24T14:15:22Z",
        "date-time, 2019-08-24T14:15:22z",
        "date-time, 2019-08-24T14:15:22+00:00",
        "date-time, 2019-08-24T14:15:22.123456Z",
        "date-time, 2019-08-24T14:15:22.123456-07:30",
        "uuid, 095be615-a8ad-4c33-8e9c-c7612fbf6c9f",
        "uuid, 095BE615-A8AD-4C33-8E9C-C7612FBF6C9F",
        "uri, http://api.example.org/accounts/?offset=400&limit=100",
        "uri, https://localhost:8010/api/projects/1/cohorts/?cursor=cD00ODY%3D"
    })
    void a_text_that_matches_the_format_is_valid(String format, String text) {
        assertThat(violations("{type: string, format: " + format + "}", Json.write(text)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "date-time, 2019-08-24T14:15:22",
        "date-time, 2019-08-24",
        "date-time, 2019-08-24 at noon",
        "date-time, 2019-02-30T14:15:22Z",
        "date-time, 1566656122",
        "uuid, 095be615a8ad4c338e9cc7612fbf6c9f",
        "uuid, 095be615-a8ad-4c33-8e9c-c7612fbf6c9",
        "uuid, 1",
        "uri, /api/projects/1/cohorts/?offset=10",
        "uri, not a uri"
    })
    void a_text_that_does_not_match_the_format_is_a_violation(String format, String text) {
        assertThat(violations("{type: [string, 'null'], format: " + format + "}", Json.write(text)))
                .containsExactly(" format: format " + format + ", not \"" + text + "\" (string)");
    }

    @Test
    void a_reference_behaves_like_the_schema_that_it_refers_to() {
        var comments = CONTRACT.operation("comments_list")
                .orElseThrow()
                .success()
                .json()
                .orElseThrow()
                .schema();
        var comment = comments.properties().get("results").items().orElseThrow();
        assertThat(comment.required()).contains("created_by").doesNotContain("slug");
        assertThat(comment.properties().get("created_by").nullable()).isTrue();
        assertThat(comment.properties().get("created_by").types()).containsExactly("object", "null");
        assertThat(comment.properties().get("created_by").properties()).containsKey("role_at_organization");
        assertThat(comment.properties().get("slug").flag("writeOnly")).isTrue();
        assertThat(comment.properties().get("id").text("format")).contains("uuid");
        assertThat(comment.properties().get("rich_content").nullable()).isTrue();
    }

    static List<String> violations(String schema, String json) {
        var document = Objects.requireNonNull(YamlNode.parse(schema, "schema").value());
        return violations(Schema.document(document), json);
    }

    static List<String> violations(Schema schema, String json) {
        try {
            return schema.violations(Json.parse(json)).stream()
                    .map(v -> v.where() + " " + v.keyword() + ": " + v.expected() + ", not " + v.actual())
                    .toList();
        } catch (Json.NotJsonException e) {
            throw new AssertionError(e);
        }
    }
}
