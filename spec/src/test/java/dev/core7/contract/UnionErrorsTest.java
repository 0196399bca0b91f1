package dev.core7.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A value that matches no branch of a union has the violations of the closest branch only. */
class UnionErrorsTest {
    private static final Contract CONTRACT = ContractReader.bundled();

    @Test
    void null_and_a_good_user_are_both_valid() {
        assertThat(annotation("\"created_by\":null")).isEmpty();
        assertThat(annotation("")).isEmpty();
    }

    @Test
    void an_invalid_user_is_reported_with_the_inner_location() {
        assertThat(annotation("\"created_by\":{\"id\":\"x\",\"uuid\":\"1\",\"distinct_id\":null,\"first_name\":\"\","
                        + "\"email\":\"a@b\",\"is_email_verified\":null,\"role_at_organization\":null}"))
                .containsExactlyInAnyOrder(
                        "/created_by/id type: integer, not \"x\" (string)",
                        "/created_by/uuid format: format uuid, not \"1\" (string)");
    }

    @Test
    void a_missing_field_of_a_user_is_reported_by_name() {
        assertThat(annotation("\"created_by\":{\"id\":1,\"uuid\":\"095be615-a8ad-4c33-8e9c-c7612fbf6c9f\","
                        + "\"distinct_id\":null,\"first_name\":\"\",\"is_email_verified\":null,"
                        + "\"role_at_organization\":null}"))
                .containsExactly("/created_by/email required: present, not absent");
    }

    @Test
    void a_text_instead_of_object_or_null_is_one_violation() {
        assertThat(annotation("\"created_by\":\"me\"")).hasSize(1).allMatch(v -> v.startsWith("/created_by type: "));
    }

    @Test
    void the_branch_is_selected_for_each_item_of_a_list() {
        assertThat(SchemaTest.violations(
                        "items: {anyOf: [{type: object, properties: {a: {type: integer}}}, {type: 'null'}]}",
                        "[{\"a\":\"x\"},null,{\"a\":1},{\"a\":true}]"))
                .containsExactly("/0/a type: integer, not \"x\" (string)", "/3/a type: integer, not true (boolean)");
    }

    @Test
    void an_error_in_nested_filters_has_the_innermost_location() {
        var filters = "{\"properties\":{\"type\":\"OR\",\"values\":[{\"type\":\"AND\",\"values\":"
                + "[{\"type\":\"person\",\"key\":\"email\",\"negation\":\"no\"}]}]}}";
        assertThat(cohortRequest("{\"filters\":" + filters + "}"))
                .containsExactly("/filters/properties/values/0/values/0/negation type: boolean, not \"no\" (string)");
        assertThat(cohortRequest("{\"filters\":{\"properties\":{}}}")).isEmpty();
        assertThat(cohortRequest("{\"filters\":null}")).isEmpty();
    }

    private static List<String> annotation(String change) {
        var create = CONTRACT.operation("annotations_create").orElseThrow();
        var body = create.success().json().orElseThrow();
        var text = Json.write(body.examples().get(0).value());
        var changed = change.isEmpty() ? text : text.replaceFirst("\"created_by\":\\{[^{}]*\\{}[^{}]*}", change);
        assertThat(changed.equals(text)).isEqualTo(change.isEmpty());
        return SchemaTest.violations(body.schema(), changed);
    }

    private static List<String> cohortRequest(String json) {
        var create = CONTRACT.operation("cohorts_create").orElseThrow();
        return SchemaTest.violations(create.body().orElseThrow().schema(), json);
    }
}
