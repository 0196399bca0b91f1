package dev.core7.conformance.benign;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/** What stands in the body. */
final class BodyVariants {
    private static final String OLDER = "older servers lack the field";

    private BodyVariants() {}

    static Stream<Variant> all() {
        return Stream.concat(fields(), values());
    }

    private static Stream<Variant> fields() {
        return Stream.of(
                Variant.of("unknown_fields_at_every_level", Shapes.objects(object -> {
                    object.put("added_later", Reply.object("list", List.of(1, "two"), "nothing", null));
                    return object;
                })),
                Variant.of("null_in_every_nullable_field", nulls()).inShapeOnly(),
                Variant.of("null_in_every_nullable_field_of_users", nullUsers()),
                Variant.of("a_value_in_every_nullable_field", filled()).inShapeOnly(),
                Variant.of(
                        "write_only_fields_in_answers",
                        Shapes.fields(
                                        "is_calculating",
                                        "_create_in_folder",
                                        "Unfiled",
                                        "_create_static_person_ids",
                                        List.of())
                                .and(Shapes.fields("rich_content", "mentions", List.of(17), "slug", "/insights/1"))),
                Variant.of("fields_in_another_order", Shapes.objects(object -> {
                    var names = new ArrayList<>(object.keySet());
                    Collections.shuffle(names, new Random(names.hashCode()));
                    var shuffled = Reply.object();
                    names.forEach(name -> shuffled.put(name, object.get(name)));
                    return shuffled;
                })),
                Variant.of(
                                "a_server_of_2023",
                                Shapes.without(
                                        "last_name",
                                        "hedgehog_config",
                                        "is_task",
                                        "completed_by",
                                        "completed_at",
                                        "last_seen_at",
                                        "last_backfill_person_properties_at",
                                        "last_error_message"))
                        .warnedOf("documented-fields", OLDER),
                Variant.of(
                        "null_leaf_fields_in_filters",
                        Shapes.fields("operator", "bytecode", null, "conditionHash", null, "event_filters", null)));
    }

    /** The texts by which a run recognises its own objects stay: a server that loses them breaks the page. */
    private static Twist nulls() {
        return nulls("creation_type", "content", "date_marker", "created_by", "created_at", "dashboard_id")
                .and(nulls(
                        "is_calculating",
                        "name",
                        "created_by",
                        "created_at",
                        "version",
                        "pending_version",
                        "last_calculation",
                        "count",
                        "groups",
                        "query",
                        "cohort_type"))
                .and(nulls(
                        "rich_content",
                        "source_comment",
                        "created_by",
                        "completed_by",
                        "completed_at",
                        "deleted",
                        "item_id",
                        "content"))
                .and(nulls("distinct_ids", "created_at"));
    }

    /** Objects that have the field {@code kind} get null in these fields. */
    private static Twist nulls(String kind, String... names) {
        return Shapes.objects(object -> {
            if (object.containsKey(kind)) {
                List.of(names).forEach(name -> {
                    if (!String.valueOf(object.get(name)).startsWith("core7-")) {
                        object.put(name, null);
                    }
                });
            }
            return object;
        });
    }

    private static Twist nullUsers() {
        return Shapes.fields(
                "hedgehog_config",
                "distinct_id",
                null,
                "is_email_verified",
                null,
                "hedgehog_config",
                null,
                "role_at_organization",
                null);
    }

    private static Twist filled() {
        var user = Reply.object(
                "id", 18,
                "uuid", UUID.randomUUID().toString(),
                "distinct_id", "x",
                "first_name", "",
                "last_name", "O'Neill \"Bo\" <b>",
                "email", "o'neill+tag@xn--bcher-kva.example",
                "is_email_verified", true,
                "hedgehog_config", Reply.object("color", "red", "use_as_profile", true),
                "role_at_organization", "");
        var insight = Reply.object("insight_short_id", "x1", "insight_name", "n", "insight_derived_name", "d");
        return Shapes.objects(object -> {
                    if (object.containsKey("insight_name")) {
                        object.putAll(insight);
                        object.put("dashboard_name", "Weekly");
                        object.put("dashboard_id", 5_000_000_000L);
                        object.put("dashboard_item", 1);
                    }
                    return object;
                })
                .and(Shapes.fields(
                        "is_calculating",
                        "version",
                        7,
                        "pending_version",
                        8,
                        "last_calculation",
                        "2026-01-01T00:00:00Z",
                        "cohort_type",
                        "",
                        "last_error_message",
                        "x",
                        "query",
                        Map.of("kind", "HogQLQuery"),
                        "last_backfill_person_properties_at",
                        "2026-01-01T00:00:00Z",
                        "experiment_set",
                        List.of(1, 2),
                        "groups",
                        List.of(Map.of("days", "7", "action_id", 3))))
                .and(Shapes.fields(
                        "rich_content",
                        "rich_content",
                        Map.of("type", "doc"),
                        "item_context",
                        List.of(1),
                        "completed_by",
                        user,
                        "source_comment",
                        UUID.randomUUID().toString()))
                .and(Shapes.fields(
                        "distinct_ids",
                        "last_seen_at",
                        "2026-01-01T00:00:00Z",
                        "is_identified",
                        true,
                        "value_at_data_point",
                        1.5,
                        "matched_recordings",
                        List.of(Map.of("session_id", "s"))))
                .and(Notations.linked("https://posthog.example/?offset=1"))
                .and(Shapes.objects(object -> object.containsKey("hedgehog_config") ? user : object));
    }

    private static Stream<Variant> values() {
        return Stream.of(
                Variant.of(
                                "enum_values_added_later",
                                Shapes.fields("creation_type", "creation_type", "API", "scope", "galaxy")
                                        .and(Shapes.fields("is_calculating", "cohort_type", "quantum"))
                                        .and(Shapes.fields("distinct_ids", "type", "robot"))
                                        .and(Shapes.fields("hedgehog_config", "role_at_organization", "wizard")))
                        .inShapeOnly(),
                Variant.of(
                        "texts_of_every_kind",
                        Shapes.fields("creation_type", "dashboard_name", "日本 \u2028 \uD83E\uDD94 </script>\u0000\t")));
    }
}
