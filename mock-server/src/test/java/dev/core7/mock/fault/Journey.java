package dev.core7.mock.fault;

import dev.core7.contract.Json;
import dev.core7.mock.Client;
import dev.core7.mock.MockServer;
import dev.core7.mock.Project;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A fixed sequence of requests that use all features of one kind of object, and the log of the responses. */
final class Journey {
    private static final int MAX_PAGES = 8;
    private static final Map<String, Object> CONDITION =
            Map.of("type", "behavioral", "key", "$pageview", "value", "performed_event", "event_type", "events");
    private static final String TEXT = " A <b>\"&\"</b>  é 🦔 " + "long ".repeat(60);

    /** Takes three bytes in UTF-8. */
    private static final String WIDE = "\u5b57";

    private final Project one;
    private final Project two;
    private final List<String> log = new ArrayList<>();

    private Journey(MockServer mock) {
        this.one = new Project(mock, "1");
        this.two = new Project(mock, "2");
    }

    /** Resets a mock, sends the requests and returns the log. */
    static List<String> of(MockServer mock, String kind) {
        mock.resetState();
        var journey = new Journey(mock);
        try {
            switch (kind) {
                case "annotations" -> journey.annotations();
                case "cohorts" -> journey.cohorts();
                case "comments" -> journey.comments();
                default -> journey.roles();
            }
        } catch (Project.RefusedException e) {
            journey.log.add("aborted: " + e.getMessage());
        }
        return journey.log;
    }

    private void annotations() {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("content", TEXT);
        fields.put("date_marker", "1999-01-01T02:00:00.5+02:00");
        fields.put("creation_type", "GIT");
        fields.put("dashboard_item", 3);
        fields.put("dashboard_id", 4);
        fields.put("scope", "project");
        writes("annotations", fields);
        lists("annotations/");
        note("GET", "annotations/?search=1+7", "");
        note("GET", "annotations/?search=st%25ng", "");
        note("GET", "annotations/?search=st_ng", "");
        pages("annotations/?search=string&limit=7");
        note("GET", "annotations/?search=string+1", "");
        note("GET", "annotations/?search=STRING+1", "");
        note("POST", "annotations/", Json.write(Map.of("content", WIDE.repeat(4_000))));
    }

    private void cohorts() {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("name", TEXT);
        fields.put("description", "text");
        fields.put("groups", List.of(1));
        fields.put("filters", Map.of("properties", Map.of("type", "AND", "values", List.of(CONDITION))));
        fields.put("cohort_type", "behavioral");
        writes("cohorts", fields);
        lists("cohorts/");
        members();
        note("POST", "cohorts/", "{\"is_static\": true, \"query\": {\"kind\": \"HogQLQuery\"}}");
        var fixed = one.createPath("cohorts", Map.of("is_static", true));
        note("PATCH", fixed, "{\"query\": {\"kind\": \"HogQLQuery\"}}");
        note("GET", fixed, "");
        note("PATCH", one.createPath("cohorts", Map.of()), "{\"is_static\": true}");
        lists("cohorts/");
        note("POST", "cohorts/", Json.write(Map.of("name", WIDE.repeat(300), "description", WIDE.repeat(900))));
        note("GET", "cohorts/77/activity/", "");
        note("GET", "cohorts/77/calculation_history/", "");
    }

    private void members() {
        var persons = one.mock().seedIds("1", "persons");
        var add = Json.write(Map.of("person_ids", persons));
        var remove = Json.write(Map.of("person_id", persons.get(0)));
        note("POST", "cohorts/", Json.write(Map.of("is_static", true, "_create_static_person_ids", persons)));
        var fixed = one.createPath("cohorts", Map.of("is_static", true));
        note("PATCH", fixed + "add_persons_to_static_cohort/", add);
        note("GET", fixed, "");
        note("GET", fixed + "persons/?format=csv", "");
        pages(fixed + "persons/?limit=2");
        note("GET", fixed + "persons/?limit=1&offset=2", "");
        note("PATCH", fixed + "remove_person_from_static_cohort/", remove);
        note("GET", fixed + "persons/", "");
        note("PATCH", one.createPath("cohorts", Map.of()) + "add_persons_to_static_cohort/", add);
    }

    private void comments() {
        pages("comments/");
        var source = one.list("comments/").get(0).get("source_comment");
        for (String query : List.of(
                "scope=string-1",
                "item_id=string-1",
                "source_comment=" + source,
                "kind=task",
                "kind=task&completed=open",
                "search=17",
                "search=string+17",
                "search=STRING+17",
                "scope=string-1&item_id=string-1",
                "cursor=abcd")) {
            note("GET", "comments/?" + query, "");
        }
    }

    private void roles() {
        String role = "/api/organizations/@current/roles/"
                + one.mock().seedIds("1", "roles").get(0) + "/";
        for (int i = 0; i < 2; i++) {
            log.add("" + Client.withAllScopes(one.mock()).send("DELETE", role).status());
        }
    }

    /** Creates, changes, deletes and restores. */
    private void writes(String collection, Map<String, @Nullable Object> fields) {
        var readOnly = new LinkedHashMap<String, @Nullable Object>();
        one.list(collection + "/").get(0).forEach((name, value) -> {
            if (!fields.containsKey(name)
                    && !List.of("deleted", "is_static", "query").contains(name)) {
                readOnly.put(name, value instanceof String ? "2001-01-01T00:00:00Z" : 4_321);
            }
        });
        note("POST", collection + "/", "{}");
        note("POST", collection + "/", "{\"deleted\": true}");
        note("POST", collection + "/", "{\"" + fields.keySet().iterator().next() + "\": \"\"}");
        note("GET", collection + "/", "");
        note("POST", collection + "/", Json.write(readOnly));
        var created = one.create(collection, fields);
        log.add(stable(created));
        var path = collection + "/" + created.get("id") + "/";
        note("GET", path, "");
        log.add("reads alike "
                + Objects.equals(
                        one.send("GET", path, "").body(),
                        one.send("GET", path, "").body()));
        var bare = one.createPath(collection, Map.of());
        fields.forEach((name, value) -> {
            var before = one.get(bare).get("updated_at");
            log.add(stable(one.patch(bare, Collections.singletonMap(name, value))));
            var after = one.get(bare);
            log.add(stable(after) + " compared "
                    + Integer.signum(String.valueOf(before).compareTo("" + after.get("updated_at"))));
        });
        note("PATCH", bare, "{\"" + fields.keySet().iterator().next() + "\": \"\"}");
        note("PATCH", bare, "{\"date_marker\": null}");
        note("PATCH", bare, Json.write(readOnly));
        note("GET", bare, "");
        for (boolean deleted : List.of(true, false)) {
            note("PATCH", path, "{\"deleted\": " + deleted + "}");
            note("GET", path, "");
            note("GET", collection + "/?limit=3", "");
        }
        note("DELETE", path, "");
        note("GET", path, "");
        note("PATCH", bare, "{\"deleted\": true}");
        note("DELETE", bare, "");
        note("PATCH", bare, "{\"deleted\": false}");
        var foreign = collection + "/" + one.mock().seedIds("2", collection).get(0) + "/";
        note("GET", foreign, "");
        note("PATCH", foreign, "{\"deleted\": true}");
        log.add("in the other project " + two.send("GET", path, "").status());
        log.add(stable(two.get(foreign)));
    }

    private void lists(String path) {
        note("GET", path, "");
        note("GET", path + "?limit=2&offset=3", "");
        pages(path + "?limit=7");
    }

    private void pages(String first) {
        String next = first;
        String last = first;
        for (int i = 0; i < MAX_PAGES && next != null; i++) {
            note("GET", next, "");
            last = next;
            next = one.link(one.get(next), "next");
        }
        String previous = one.link(one.get(last), "previous");
        if (previous != null) {
            note("GET", previous, "");
        }
        var withoutScope = Client.of(one.mock()).scopes("organization:write");
        for (String parameter : List.of("offset", "cursor")) {
            String path = "/api/projects/1/" + first.split("\\?")[0] + "?" + parameter + "=1";
            log.add("without scope " + withoutScope.send("GET", path).status());
        }
    }

    private void note(String method, String path, String body) {
        var response = one.send(method, path, body);
        log.add(method + " " + path + " " + response.status() + " "
                + response.header("ETag").orElse("") + stable(response.body()));
    }

    private static String stable(Map<String, @Nullable Object> fields) {
        return stable(Json.write(fields));
    }

    /** Replaces times and ports, which differ between runs. */
    private static String stable(String body) {
        return body.replaceAll("20[2-9]\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d+Z", "now")
                .replaceAll("http://127.0.0.1:\\d+", "");
    }
}
