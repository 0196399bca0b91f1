package dev.core7.mock.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.contract.JsonPointer;
import dev.core7.contract.Violation;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldFaultsTest extends FaultTest {
    private static final Set<String> KINDS =
            Set.of("field-dropped", "type-changed", "null-not-allowed", "format-broken", "list-instead-of-object");

    @ParameterizedTest
    @CsvSource({
        "annotations_list/field-dropped/results.0.created_by.uuid,/results/0/created_by/uuid,required",
        "cohorts_list/field-dropped/count,/count,required",
        "cohorts_retrieve/field-dropped/filters.properties,/filters/properties,required",
        "cohorts_retrieve/type-changed/filters.properties.values/object,/filters/properties/values,type",
        "annotations_create/type-changed/id/string,/id,type",
        "annotations_create/type-changed/deleted/string,/deleted,type",
        "annotations_create/type-changed/content/integer,/content,type",
        "cohorts_list/type-changed/results/object,/results,type",
        "comments_list/type-changed/results.0/string,/results/0,type",
        "cohorts_retrieve/null-not-allowed/is_static,/is_static,type",
        "cohorts_list/null-not-allowed/results,/results,type",
        "cohorts_list/format-broken/next/relative,/next,format",
        "annotations_retrieve/format-broken/updated_at/without-offset,/updated_at,format",
        "annotations_retrieve/format-broken/updated_at/word,/updated_at,format",
        "comments_list/format-broken/results.0.id/word,/results/0/id,format",
        "annotations_retrieve/format-broken/created_by.email/word,/created_by/email,pattern",
        "cohorts_list/list-instead-of-object,'',type"
    })
    void fault_violates_the_schema_at_its_field(String id, String where, String keyword) {
        assertThat(violations(FAULTS.get(id)))
                .extracting(Violation::where, Violation::keyword)
                .contains(org.assertj.core.groups.Tuple.tuple(where, keyword));
    }

    @Test
    void every_field_fault_violates_the_schema() {
        var harmless = FAULTS.values().stream()
                .filter(fault -> KINDS.contains(fault.kind()))
                .filter(fault -> violations(fault).isEmpty())
                .toList();
        assertThat(harmless).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "annotations_list/null-not-allowed/results.0.content",
        "annotations_list/null-not-allowed/results.0.created_by",
        "annotations_list/field-dropped/results.0.created_by.last_name",
        "cohorts_retrieve/field-dropped/_create_in_folder",
        "cohorts_retrieve/type-changed/groups/object"
    })
    void change_that_the_schema_permits_is_not_a_fault(String id) {
        assertThat(FAULTS).doesNotContainKey(id);
    }

    @Test
    void recent_field_is_omitted_although_the_schema_permits_it() {
        var fault = FAULTS.get("annotations_list/recent-field-dropped/results.0.created_by.last_name");
        assertThat(violations(fault)).isEmpty();
        assertThat(JsonPointer.find(accepted(fault).json(), "/results/0/created_by"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsKey("first_name")
                .doesNotContainKey("last_name");
    }

    private static List<Violation> violations(Fault fault) {
        var operation = CONTRACT.operation(fault.operationId()).orElseThrow();
        return operation
                .success()
                .json()
                .orElseThrow()
                .schema()
                .violations(accepted(fault).json());
    }
}
