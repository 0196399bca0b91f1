package dev.core7.examples.vendor;

import static dev.core7.examples.vendor.Vendor.COHORTS;
import static dev.core7.examples.vendor.Vendor.get;
import static dev.core7.examples.vendor.Vendor.send;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class CohortsTest {
    private static final List<String> PERSONS = Vendor.target().fixtures().get("persons");

    @Test
    void persons_are_added_once_and_removed() {
        var path = create("{\"is_static\": true}");

        add(path, PERSONS.get(0), PERSONS.get(1));
        add(path, PERSONS.get(0), "11111111-1111-1111-1111-111111111111");
        assertThat(members(path)).containsExactlyInAnyOrder(PERSONS.get(0), PERSONS.get(1));
        assertThat(get(path).json().get("count").asInt()).isEqualTo(2);

        var out = path + "remove_person_from_static_cohort/";
        var person = "{\"person_id\": \"" + PERSONS.get(0) + "\"}";
        assertThat(send("PATCH", out, person).json().get("success").asBoolean()).isTrue();
        assertThat(send("PATCH", out, person).status()).as("again").isEqualTo(200);
        assertThat(members(path)).containsExactly(PERSONS.get(1));
    }

    @Test
    void a_static_cohort_starts_with_the_existing_persons() {
        var path = create("""
                {"is_static": true, "_create_static_person_ids": ["%s", "nobody"]}""".formatted(PERSONS.get(2)));

        assertThat(members(path)).containsExactly(PERSONS.get(2));
        assertThat(get(path).text()).doesNotContain("_create");
    }

    @Test
    void members_are_available_as_csv() {
        var path = create("{\"is_static\": true}");
        add(path, PERSONS.get(0));

        var csv = get(path + "persons/?format=csv");

        assertThat(csv.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(csv.text().lines().toList()).hasSize(2);
        assertThat(csv.text().lines().findFirst()).hasValue("id,email,name,created_at,distinct_ids");
        assertThat(csv.text().lines().skip(1)).allMatch(line -> line.startsWith(PERSONS.get(0) + ","));
    }

    @Test
    void nobody_can_be_added_to_a_dynamic_cohort() {
        var path = create("{}");

        var answer = send("PATCH", path + "add_persons_to_static_cohort/", persons(PERSONS.get(0)));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(members(path)).isEmpty();
    }

    @Test
    void filters_are_returned_unchanged_and_select_members() {
        var filters = """
                {"properties": {"type": "AND", "values": [{"type": "OR", "values": [
                  {"type": "person", "key": "email", "value": ["visitor-2@vendor.example"], "operator": "exact"},
                  {"type": "person", "key": "visits", "value": 1, "operator": "exact", "negation": false}
                ]}]}}""";
        var made = send("POST", COHORTS, "{\"filters\": " + filters + "}").json();
        assertThat(made.get("is_calculating").asBoolean()).isTrue();
        assertThat(made.get("count").isNull()).isTrue();

        var path = COHORTS + made.get("id").asInt() + "/";
        assertThat(get(path).json().get("filters")).isEqualTo(new JsonMapper().readTree(filters));
        assertThat(members(path)).containsExactly(PERSONS.get(0), PERSONS.get(1));
        var history = get(path + "calculation_history/").json();
        assertThat(history.get("count").asInt()).isEqualTo(1);
        assertThat(history.get("results").get(0).get("count").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"filters\": {}}",
                "{\"filters\": {\"properties\": {\"type\": \"AND\"}}}",
                "{\"filters\": {\"properties\": {\"type\": \"AND\", \"values\": [null]}}}",
                "{\"filters\": {\"properties\": {\"type\": \"AND\", \"values\": [{\"type\": \"person\"}]}}}",
                "{\"filters\": {\"properties\": {\"type\": \"OR\", \"values\": [{\"type\": \"person\", \"key\": \"a\","
                        + " \"operator\": \"is_set\", \"unknown\": 1}]}}}",
                "{\"query\": {\"kind\": \"any\"}}",
                "{\"cohort_type\": \"no-such-type\"}"
            })
    void invalid_cohorts_are_rejected(String body) {
        assertThat(send("POST", COHORTS, body).status()).isEqualTo(400);
    }

    @Test
    void a_cohort_cannot_depend_on_itself() {
        var path = create("{}");
        var id = path.replaceAll("\\D*\\d+\\D+(\\d+)/", "$1");
        var other = create(dependsOn(id)).replaceAll("\\D*\\d+\\D+(\\d+)/", "$1");

        assertThat(send("PATCH", path, dependsOn(other)).status()).isEqualTo(400);
        assertThat(send("PATCH", path, dependsOn("999")).status()).isEqualTo(200);
    }

    @Test
    void a_deleted_cohort_is_hidden_only_in_the_list() {
        var path = create("{\"name\": \"gone\"}");

        send("PATCH", path, "{\"deleted\": true}");

        assertThat(get(COHORTS).text()).doesNotContain("\"gone\"");
        assertThat(get(path).json().get("deleted").asBoolean()).isTrue();
        send("PATCH", path, "{\"deleted\": false}");
        assertThat(get(COHORTS).text()).contains("\"gone\"");
    }

    @Test
    void activity_is_listed_newest_first() {
        var path = create("{\"name\": \"old\"}");
        send("PATCH", path, "{\"name\": \"new\"}");

        var activity = get(path + "activity/").json();

        assertThat(activity.get("total_count").asInt()).isEqualTo(2);
        assertThat(activity.get("results").get(0).get("activity").asString()).isEqualTo("updated");
        assertThat(activity.get("results").get(0).get("detail").get("changes").toString())
                .contains("\"before\":\"old\",\"after\":\"new\"");
        assertThat(activity.get("results").get(1).get("activity").asString()).isEqualTo("created");
        assertThat(get(COHORTS + "activity/").json().get("results").valueStream())
                .containsAll(activity.get("results").valueStream().toList());
    }

    private static String dependsOn(String id) {
        return """
                {"filters": {"properties": {"type": "OR", "values": [{"type": "cohort", "key": "id", "value": %s}]}}}""".formatted(id);
    }

    private static String create(String body) {
        return COHORTS + send("POST", COHORTS, body).json().get("id").asInt() + "/";
    }

    private static void add(String path, String... persons) {
        assertThat(send("PATCH", path + "add_persons_to_static_cohort/", persons(persons))
                        .status())
                .isEqualTo(200);
    }

    private static String persons(String... ids) {
        return "{\"person_ids\": [\"" + String.join("\", \"", ids) + "\"]}";
    }

    private static List<String> members(String path) {
        return get(path + "persons/")
                .json()
                .get("results")
                .valueStream()
                .map(person -> person.get("uuid").asString())
                .toList();
    }
}
