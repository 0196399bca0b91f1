package dev.core7.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import org.junit.jupiter.api.Test;

/**
 * Facts that were copied from the documentation page and not from the contract, so that a mistake in one of them is found by
 * comparison.
 */
class PageTest {
    /** operationId, method, path, section, scopes, status, MCP tool, query parameters, request fields; - means none. */
    private static final String PAGE = """
            roles_destroy DELETE /api/organizations/{organization_id}/roles/{id}/ 'Delete roles' \
            organization:write 204 - - -
            annotations_list GET /api/projects/{project_id}/annotations/ 'List all annotations' \
            annotation:read 200 annotations-list limit,offset,search -
            annotations_create POST /api/projects/{project_id}/annotations/ 'Create annotations' \
            annotation:write 201 annotation-create - \
            content,date_marker,creation_type,dashboard_item,dashboard_id,deleted,scope
            annotations_retrieve GET /api/projects/{project_id}/annotations/{id}/ 'Retrieve annotations' \
            annotation:read 200 annotation-retrieve - -
            annotations_partial_update PATCH /api/projects/{project_id}/annotations/{id}/ 'Update annotations' \
            annotation:write 200 annotations-partial-update - \
            content,date_marker,creation_type,dashboard_item,dashboard_id,deleted,scope
            annotations_destroy DELETE /api/projects/{project_id}/annotations/{id}/ 'Delete annotations' \
            annotation:write 405 annotation-delete - -
            cohorts_list GET /api/projects/{project_id}/cohorts/ 'List all cohorts' \
            cohort:read 200 cohorts-list limit,offset -
            cohorts_create POST /api/projects/{project_id}/cohorts/ 'Create cohorts' \
            cohort:write 201 cohorts-create - name,description,groups,deleted,filters,query,is_static,cohort_type,\
            _create_in_folder,_create_static_person_ids
            cohorts_retrieve GET /api/projects/{project_id}/cohorts/{id}/ 'Retrieve cohorts' \
            cohort:read 200 cohorts-retrieve - -
            cohorts_partial_update PATCH /api/projects/{project_id}/cohorts/{id}/ 'Update cohorts' \
            cohort:write 200 cohorts-partial-update - \
            name,description,groups,deleted,filters,query,is_static,cohort_type,\
            _create_in_folder,_create_static_person_ids
            cohorts_destroy DELETE /api/projects/{project_id}/cohorts/{id}/ 'Delete cohorts' \
            cohort:write 405 - - -
            cohorts_activity_retrieve GET /api/projects/{project_id}/cohorts/{id}/activity/ \
            'Retrieve cohorts activity' activity_log:read 200 - - -
            cohorts_add_persons_to_static_cohort_partial_update PATCH \
            /api/projects/{project_id}/cohorts/{id}/add_persons_to_static_cohort/ \
            'Update cohorts add persons to static cohort' cohort:write 200 \
            cohorts-add-persons-to-static-cohort-partial-update - person_ids
            cohorts_calculation_history_retrieve GET /api/projects/{project_id}/cohorts/{id}/calculation_history/ \
            'Retrieve cohorts calculation history' cohort:read 200 - - -
            cohorts_persons_retrieve GET /api/projects/{project_id}/cohorts/{id}/persons/ \
            'Retrieve cohorts persons' cohort:read,person:read 200 - format,limit,offset -
            cohorts_remove_person_from_static_cohort_partial_update PATCH \
            /api/projects/{project_id}/cohorts/{id}/remove_person_from_static_cohort/ \
            'Update cohorts remove person from static cohort' cohort:write 200 - - person_id
            cohorts_all_activity_retrieve GET /api/projects/{project_id}/cohorts/activity/ \
            'Retrieve cohorts all activity' activity_log:read 200 - - -
            comments_list GET /api/projects/{project_id}/comments/ 'List all comments' \
            comment:read 200 comments-list completed,cursor,item_id,kind,scope,search,source_comment -
            """;

    private static final Contract CONTRACT = ContractReader.bundled();

    @Test
    void the_contract_has_the_operations_of_the_page_in_its_order_with_their_facts() {
        assertThat(CONTRACT.operations().stream().map(PageTest::facts))
                .containsExactlyElementsOf(PAGE.lines().toList());
    }

    @Test
    void the_listed_values_of_query_parameters_are_those_of_the_page() {
        assertThat(CONTRACT.operations().stream()
                        .flatMap(o -> o.parameters().stream()
                                .filter(p -> !p.schema().enumeration().isEmpty())
                                .map(p -> o.id() + " " + p.name() + " "
                                        + p.schema().enumeration())))
                .containsExactly(
                        "cohorts_persons_retrieve format [csv, json]",
                        "comments_list completed [any, open, completed]",
                        "comments_list kind [any, comment, task]");
    }

    @Test
    void only_responses_that_the_page_shows_have_a_json_body() {
        assertThat(CONTRACT.operations().stream()
                        .filter(o -> o.success().json().isPresent())
                        .map(Operation::id))
                .containsExactly(
                        "annotations_list",
                        "annotations_create",
                        "annotations_retrieve",
                        "annotations_partial_update",
                        "cohorts_list",
                        "cohorts_create",
                        "cohorts_retrieve",
                        "cohorts_partial_update",
                        "cohorts_persons_retrieve",
                        "comments_list");
    }

    @Test
    void the_tools_have_the_titles_of_the_page() {
        assertThat(CONTRACT.operations().stream()
                        .flatMap(o -> o.tool().stream())
                        .map(tool -> tool.name() + ": " + tool.title()))
                .containsExactly(
                        "annotations-list: List annotations",
                        "annotation-create: Create annotation",
                        "annotation-retrieve: Retrieve annotation",
                        "annotations-partial-update: Update annotation",
                        "annotation-delete: Delete annotation",
                        "cohorts-list: List all cohorts",
                        "cohorts-create: Create cohort",
                        "cohorts-retrieve: Get cohort",
                        "cohorts-partial-update: Update cohort",
                        "cohorts-add-persons-to-static-cohort-partial-update: Add persons to static cohort",
                        "comments-list: List comments and discussion threads.");
    }

    private static String facts(Operation operation) {
        return String.join(
                " ",
                operation.id(),
                operation.method(),
                operation.path(),
                "'" + operation.section() + "'",
                list(operation.scopes()),
                String.valueOf(operation.success().status()),
                operation.tool().map(McpTool::name).orElse("-"),
                list(operation.parameters().stream()
                        .filter(Parameter::inQuery)
                        .map(Parameter::name)
                        .toList()),
                list(operation.body().stream()
                        .flatMap(body -> body.schema().properties().keySet().stream())
                        .toList()));
    }

    private static String list(Collection<String> names) {
        return names.isEmpty() ? "-" : String.join(",", names);
    }
}
