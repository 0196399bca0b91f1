package dev.core7.mock.validation;

import static dev.core7.mock.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.mock.Client;
import dev.core7.mock.SharedMock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyValidatorTest extends SharedMock {
    private static final String WRONG_DATE = "Datetime has wrong format. Use one of these formats instead: "
            + "YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].";

    @ParameterizedTest
    @CsvSource({
        "content,{},invalid_input,Not a valid string.",
        "content,true,invalid_input,Not a valid string.",
        "deleted,'\"perhaps\"',invalid_input,Must be a valid boolean.",
        "dashboard_id,'\"seven\"',invalid_input,A valid integer is required.",
        "date_marker,'\"yesterday\"',invalid_input," + WRONG_DATE,
        "date_marker,5,invalid_input," + WRONG_DATE,
        "scope,'\"tag\"',invalid_choice,'\"tag\" is not a valid choice.'",
        "scope,5,invalid_choice,'\"5\" is not a valid choice.'",
        "scope,[],invalid_choice,'\"[]\" is not a valid choice.'",
        "deleted,null,null,This field may not be null.",
        "creation_type,null,null,This field may not be null."
    })
    void refuses_a_wrong_value_of_an_annotation(String field, String value, String code, String detail) {
        String body = "{\"" + field + "\": " + value + "}";
        assertWrong(send("POST", ANNOTATIONS, body), code, detail, field);
        assertWrong(send("PATCH", ANNOTATIONS + "7/", body), code, detail, field);
    }

    @ParameterizedTest
    @CsvSource({
        "{},not_a_list,'Expected a list of items but got type \"dict\".',_create_static_person_ids",
        "[{}],invalid_input,Not a valid string.,_create_static_person_ids__0",
        "'[\"x\", null]',null,This field may not be null.,_create_static_person_ids__1",
        "'[\" \"]',blank,This field may not be blank.,_create_static_person_ids__0"
    })
    void joins_the_names_of_nested_fields(String ids, String code, String detail, String attr) {
        assertWrong(send("POST", COHORTS, "{\"_create_static_person_ids\": " + ids + "}"), code, detail, attr);
    }

    @Test
    void refuses_a_text_that_is_too_long() {
        String body = "{\"name\": \"" + "x".repeat(401) + "\"}";
        assertWrong(
                send("PATCH", COHORTS + "7/", body),
                "max_length",
                "Ensure this field has no more than 400 characters.",
                "name");
    }

    @Test
    void reports_the_first_wrong_field_in_the_order_of_the_contract() {
        assertWrong(
                send("POST", ANNOTATIONS, "{\"scope\": \"x\", \"deleted\": \"x\", \"content\": []}"),
                "invalid_input",
                "Not a valid string.",
                "content");
    }

    @ParameterizedTest
    @CsvSource({
        "add_persons_to_static_cohort,'',person_ids must be a list",
        "add_persons_to_static_cohort,{},person_ids must be a list",
        "add_persons_to_static_cohort,'{\"person_ids\": []}',person_ids cannot be empty",
        "add_persons_to_static_cohort,'{\"person_ids\": [\"x\"]}',person_ids must contain only UUIDs",
        "add_persons_to_static_cohort,[],'Invalid data. Expected a dictionary, but got list.'",
        "remove_person_from_static_cohort,{},person_id is required",
        "remove_person_from_static_cohort,'{\"person_id\": 5}',person_id must be a string",
        "remove_person_from_static_cohort,'{\"person_id\": \"x\"}',person_id must be a valid UUID"
    })
    void refuses_malformed_person_ids(String action, String body, String detail) {
        assertRefused(
                send("PATCH", COHORTS + "7/" + action + "/", body), 400, "validation_error", "invalid_input", detail);
    }

    @ParameterizedTest
    @CsvSource({"[],list", "'[{\"content\": \"x\"}]',list", "'\"x\"',str", "5,int", "1.5,float", "true,bool"})
    void refuses_a_body_that_is_not_an_object(String body, String type) {
        assertRefused(
                send("POST", ANNOTATIONS, body),
                400,
                "validation_error",
                "invalid_input",
                "Invalid data. Expected a dictionary, but got " + type + ".");
    }

    @Test
    void refuses_null_as_a_body() {
        assertRefused(
                send("POST", ANNOTATIONS, "null"), 400, "validation_error", "null", "This field may not be null.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"content\": 5}",
                "{\"content\": null}",
                "{\"date_marker\": \"2019-08-24T14:15:22+02:00\"}",
                "{\"date_marker\": null, \"scope\": \"dashboard\"}",
                "{\"id\": \"read-only\", \"unheard_of\": {}}"
            })
    void accepts_what_posthog_accepts(String body) {
        assertThat(send("POST", ANNOTATIONS, body).status()).isEqualTo(201);
    }

    @Test
    void checks_key_scope_and_object_first() {
        var wrong = Client.of(mock).json("{\"deleted\": 2}");
        assertThat(wrong.send("PATCH", ANNOTATIONS + "7/").status()).isEqualTo(401);
        assertThat(wrong.scopes("annotation:read")
                        .send("PATCH", ANNOTATIONS + "7/")
                        .status())
                .isEqualTo(403);
        assertThat(wrong.scopes("*").send("PATCH", ANNOTATIONS + "900000000/").status())
                .isEqualTo(404);
    }

    private static Client.Response send(String method, String path, String body) {
        return Client.withAllScopes(mock).json(body).send(method, path);
    }

    private static void assertWrong(Client.Response response, String code, String detail, String attr) {
        assertThat(response.body())
                .isEqualTo("{\"type\":\"validation_error\",\"code\":\"" + code + "\",\"detail\":\""
                        + detail.replace("\"", "\\\"") + "\",\"attr\":\"" + attr + "\"}");
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.header("Content-Type")).contains("application/json");
    }
}
