package dev.core7.conformance.model;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Paths;
import dev.core7.conformance.result.Finding;
import dev.core7.contract.JsonPointer;
import dev.core7.contract.JsonValues;
import dev.core7.contract.Operation;
import dev.core7.contract.Schema;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who can be a member of an object ({@code x-members}): nobody but those whom the run added. Members may arrive and leave late, so
 * that one who is missing, or still there, proves nothing.
 */
final class Membership {
    private final Rulings rulings;

    Membership(Rulings rulings) {
        this.rulings = rulings;
    }

    /** Judges a list of members of one object. */
    void list(Exchange exchange, TrackedObject object, Span moment) {
        var name = name(exchange.sent().called(), object.type());
        var known = name.flatMap(n -> added(object, n, moment));
        if (known.isEmpty()
                || !exchange.isAcceptedCall()
                || !(ObjectType.body(exchange) instanceof Map<?, ?> body)
                || !(body.get("results") instanceof List<?> items)) {
            return;
        }
        rulings.judged(exchange, Law.MEMBERS_FOLLOW_ACTIONS);
        var seen = new HashSet<String>();
        for (int i = 0; i < items.size(); i++) {
            var ids = ids(items.get(i));
            String where = JsonPointer.child("/results", i);
            if (ids.isEmpty()) {
                continue;
            }
            if (ids.stream().noneMatch(known.get()::contains)) {
                broken(exchange, where, "nobody but the " + known.get().size() + " that the run added", ids);
            } else if (!seen.addAll(ids)) {
                broken(exchange, where, "each member once", ids);
            }
        }
    }

    private void broken(Exchange exchange, String where, String expected, Set<String> ids) {
        rulings.broken(exchange, Law.MEMBERS_FOLLOW_ACTIONS, new Finding(where, expected, String.join(", ", ids)));
    }

    private static Set<String> ids(@Nullable Object item) {
        return item instanceof Map<?, ?> member
                ? Stream.of("uuid", "id")
                        .flatMap(name -> Paths.id(member.get(name)).stream())
                        .map(id -> id.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet())
                : Set.of();
    }

    /** Judges the counts that an object shows. */
    void count(Sighting sighting) {
        sighting.object()
                .type()
                .shown()
                .properties()
                .forEach((field, schema) -> roles(schema).forEach((name, role) -> {
                    if (role.equals("count") && sighting.shows(field)) {
                        added(sighting.object(), name, sighting.moment()).ifPresent(known -> {
                            rulings.judged(sighting.exchange(), Law.COUNT_FOLLOWS_MEMBERS);
                            if (sighting.value(field) instanceof Number count && isMore(count, known.size())) {
                                rulings.broken(
                                        sighting.exchange(),
                                        Law.COUNT_FOLLOWS_MEMBERS,
                                        new Finding(
                                                sighting.where(field),
                                                "at most " + known.size() + ": the run added no more",
                                                JsonValues.describe(count)));
                            }
                        });
                    }
                }));
    }

    private static boolean isMore(Number count, int known) {
        return new BigDecimal(count.toString()).compareTo(BigDecimal.valueOf(known)) > 0;
    }

    /** The name of the members that an operation lists. */
    private static Optional<String> name(Operation operation, ObjectType type) {
        return operation.isSafe() && type.isBelowOne(operation)
                ? names(type)
                        .filter(name -> operation.path().equals(type.itemPath() + name + "/"))
                        .findFirst()
                : Optional.empty();
    }

    private static Stream<String> names(ObjectType type) {
        return type.shown().properties().values().stream()
                .flatMap(schema -> roles(schema).keySet().stream())
                .distinct();
    }

    private static Map<String, String> roles(Schema schema) {
        return schema.keyword("x-members") instanceof Map<?, ?> map
                ? map.entrySet().stream()
                        .collect(Collectors.toMap(e -> e.getKey().toString(), e -> String.valueOf(e.getValue())))
                : Map.of();
    }

    /** Everybody whom the run may have added; empty: the object may have members that the run knows nothing of. */
    private static Optional<Set<String>> added(TrackedObject object, String name, Span moment) {
        boolean admits = object.type().shown().properties().entrySet().stream()
                .filter(p -> "admit".equals(roles(p.getValue()).get(name)))
                .allMatch(p -> object.flag(p.getKey(), moment).orElse(false));
        if (!admits || object.created().isEmpty() || object.isAmbiguous()) {
            return Optional.empty();
        }
        var added = new HashSet<String>();
        for (Write write : object.writesBefore(moment)) {
            for (var field : write.requestFields().entrySet()) {
                String role = roles(field.getValue()).getOrDefault(name, "");
                @Nullable Object value = write.fields().get(field.getKey());
                if (write.mayName(field.getKey()) || role.equals("select") && value != null) {
                    return Optional.empty();
                }
                if (role.equals("add")) {
                    collect(value, added);
                }
            }
        }
        return Optional.of(added);
    }

    private static void collect(@Nullable Object value, Set<String> ids) {
        if (value instanceof List<?> list) {
            list.forEach(each -> collect(each, ids));
        } else if (value != null) {
            ids.add(value.toString().toLowerCase(Locale.ROOT));
        }
    }
}
