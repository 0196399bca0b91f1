package dev.core7.examples.vendor;

import static dev.core7.examples.vendor.Vendor.ANNOTATIONS;
import static dev.core7.examples.vendor.Vendor.COHORTS;
import static dev.core7.examples.vendor.Vendor.FULL_KEY;
import static dev.core7.examples.vendor.Vendor.get;
import static dev.core7.examples.vendor.Vendor.send;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodiesTest {
    @Test
    void a_form_is_accepted_as_in_the_examples_of_the_page() {
        int id = send("POST", ANNOTATIONS, "{}").json().get("id").asInt();

        var answer = send(Vendor.request("PATCH", ANNOTATIONS + id + "/", "content=a%20%26+b&deleted=true")
                .header("Authorization", "Bearer " + Vendor.value(FULL_KEY))
                .header("Content-Type", "application/x-www-form-urlencoded"));

        assertThat(answer.json().get("content").asString()).isEqualTo("a & b");
        assertThat(answer.json().get("deleted").asBoolean()).isTrue();
    }

    @Test
    void a_missing_body_is_an_empty_object() {
        assertThat(send("POST", ANNOTATIONS, "").status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"deleted\": null}                                | null           | deleted",
                "{\"content\": true}                                | invalid_input  | content",
                "{\"date_marker\": \"\"}                            | invalid_input  | date_marker",
                "{\"date_marker\": 5}                               | invalid_input  | date_marker",
                "{\"dashboard_item\": 1.5}                          | invalid_input  | dashboard_item",
                "{\"dashboard_item\": 99999999999}                  | invalid_input  | dashboard_item",
                "{\"scope\": 1}                                     | invalid_choice | scope",
                "{\"scope\": \"recording\"}                         | invalid_choice | scope"
            })
    void an_invalid_field_is_named(String body, String code, String attr) {
        var error = send("POST", ANNOTATIONS, body);

        assertThat(error.status()).isEqualTo(400);
        assertThat(error.json().get("type").asString()).isEqualTo("validation_error");
        assertThat(error.json().get("code").asString()).isEqualTo(code);
        assertThat(error.json().get("attr").asString()).isEqualTo(attr);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "\"text\""})
    void a_body_that_is_not_an_object_is_rejected(String body) {
        var error = send("POST", ANNOTATIONS, body);

        assertThat(error.status()).isEqualTo(400);
        assertThat(error.json().get("code").asString()).isEqualTo("invalid_input");
        assertThat(error.json().get("attr").isNull()).isTrue();
    }

    @Test
    void a_missing_field_is_reported_as_required() {
        var error =
                send("PATCH", COHORTS + "1/add_persons_to_static_cohort/", "{}").json();

        assertThat(error.get("code").asString()).isEqualTo("required");
        assertThat(error.get("attr").asString()).isEqualTo("person_ids");
    }

    @Test
    void a_number_is_accepted_as_a_text() {
        assertThat(send("POST", ANNOTATIONS, "{\"content\": 5}")
                        .json()
                        .get("content")
                        .asString())
                .isEqualTo("5");
    }

    @Test
    void the_length_of_a_text_is_counted_in_characters() {
        var longest = "\uD83E\uDD94".repeat(8192);

        assertThat(send("POST", ANNOTATIONS, "{\"content\": \"" + longest + "\"}")
                        .json()
                        .get("content")
                        .asString())
                .isEqualTo(longest);
        assertThat(send("POST", ANNOTATIONS, "{\"content\": \"" + longest + "x\"}")
                        .json()
                        .get("code")
                        .asString())
                .isEqualTo("max_length");
    }

    @Test
    void an_empty_text_is_a_valid_cohort_type() {
        var made = send("POST", COHORTS, "{\"cohort_type\": \"\"}").json();

        assertThat(made.get("cohort_type").toString()).isEqualTo("\"\"");
    }

    @Test
    void nulls_within_arbitrary_json_are_kept() {
        var made = send("POST", COHORTS, "{\"groups\": [{\"a\": null}]}").json();

        assertThat(made.get("groups").toString()).isEqualTo("[{\"a\":null}]");
    }

    @Test
    void unsupported_formats_are_not_found() {
        assertThat(get(ANNOTATIONS + "?format=csv").status()).isEqualTo(404);
        assertThat(get(ANNOTATIONS + "?search=%ff").status()).isEqualTo(400);
    }
}
