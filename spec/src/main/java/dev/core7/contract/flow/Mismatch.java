package dev.core7.contract.flow;

import dev.core7.contract.JsonPointer;
import dev.core7.contract.JsonValues;
import dev.core7.contract.flow.LogicalExpression.And;
import dev.core7.contract.flow.LogicalExpression.Not;
import dev.core7.contract.flow.LogicalExpression.Or;
import dev.core7.contract.flow.LogicalExpression.Relation;
import dev.core7.contract.flow.LogicalExpression.Truth;
import dev.core7.contract.flow.Scope.MissingValueException;
import dev.core7.contract.flow.Term.EvaluationContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The part of a condition that a response does not meet, in English.
 *
 * @param where {@code status}, {@code header X}, a JSON Pointer into the body, or {@code body}
 * @param expected such as "exactly 1 item in `results`"
 * @param actual such as "0 items"
 */
public record Mismatch(String where, String expected, String actual) {
    /** @param where the location if the values of the response are in several locations */
    static Mismatch of(LogicalExpression test, EvaluationContext at, String context, String where) {
        var english = new ConditionEnglish(at);
        var unmet = unmet(test, at);
        var observed = new Observed(at, context, english);
        observed.add(unmet);
        boolean onlyStatus =
                unmet instanceof Relation relation && relation.operator().equals("==");
        String location =
                observed.locations.size() == 1 ? observed.locations.iterator().next() : where;
        String expected = english.write(unmet, ConditionEnglish.Mood.EXPECTED);
        return new Mismatch(
                location,
                onlyStatus && location.equals("status") ? expected.replaceFirst("^status to be ", "") : expected,
                observed.text());
    }

    /** Returns the parts of an expression that make it false. */
    private static LogicalExpression unmet(LogicalExpression expression, EvaluationContext at) {
        if (expression instanceof Or or) {
            return new Or(or.parts().stream().map(part -> unmet(part, at)).toList());
        }
        if (!(expression instanceof And and)) {
            return expression;
        }
        var parts = and.parts().stream()
                .filter(part -> !part.isMet(at))
                .map(part -> unmet(part, at))
                .toList();
        return parts.size() == 1 ? parts.get(0) : parts.isEmpty() ? and : new And(parts);
    }

    /** Collects the values of the response that an expression refers to. */
    private static final class Observed {
        private final EvaluationContext at;
        private final String context;
        private final ConditionEnglish english;
        private final LinkedHashSet<String> locations = new LinkedHashSet<>();
        private final Map<String, LinkedHashSet<String>> values = new LinkedHashMap<>();

        /** @param context the JSON Pointer of the value that queries start from */
        Observed(EvaluationContext at, String context, ConditionEnglish english) {
            this.at = at;
            this.context = context;
            this.english = english;
        }

        String text() {
            return values.size() == 1
                    ? String.join(", ", values.values().iterator().next())
                    : values.entrySet().stream()
                            .map(entry -> entry.getKey() + ": " + String.join(", ", entry.getValue()))
                            .collect(Collectors.joining(", "));
        }

        void add(LogicalExpression expression) {
            if (expression instanceof And and) {
                and.parts().forEach(this::add);
            } else if (expression instanceof Or or) {
                or.guarded().forEach(this::add);
            } else if (expression instanceof Not not) {
                add(not.inner());
            } else if (expression instanceof Relation relation) {
                add(ConditionEnglish.facingResponse(relation).left());
            } else if (expression instanceof Truth truth) {
                if (truth.term() instanceof JsonPath query && selectsItems(query)) {
                    addItems(query);
                } else {
                    add(truth.term());
                }
            }
        }

        private void add(Term term) {
            if (term instanceof Term.Count count && selectsItems(count.query())) {
                addItems(count.query());
            } else if (term instanceof Term.Match match) {
                add(match.text());
            } else if (term instanceof Term.Text text) {
                add(text.of());
            } else if (term instanceof JsonPath query) {
                add(pointer(query), english.name(query), describe(select(query)));
            } else if (term instanceof Term.Reference reference) {
                var expression = reference.expression();
                if (expression.refersToResponse()) {
                    locations.add(expression.where());
                }
                var value = value(term);
                boolean status = expression.where().equals("status");
                add("", expression.display(), status ? String.valueOf(value) : JsonValues.describe(value));
            } else {
                String location = term instanceof Term.Length length && length.of() instanceof JsonPath query
                        ? pointer(query)
                        : "";
                add(location, english.name(term), JsonValues.describe(value(term)));
            }
        }

        private void add(String location, String name, String value) {
            if (!location.isEmpty()) {
                locations.add(location);
            }
            values.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(value);
        }

        private static boolean selectsItems(JsonPath query) {
            var segments = query.segments();
            return !segments.isEmpty() && !(segments.get(segments.size() - 1) instanceof JsonPath.Name);
        }

        /** Adds the number of items that a query selects, or what is in the place of the list. */
        private void addItems(JsonPath query) {
            var list = query.parent();
            var lists = select(list);
            String text = describe(lists);
            if (lists.stream().allMatch(value -> value instanceof List) && !lists.isEmpty()) {
                int all = lists.stream()
                        .mapToInt(value -> ((List<?>) value).size())
                        .sum();
                text = query.segments().get(query.segments().size() - 1) instanceof JsonPath.Filter filter
                        ? matching(select(query), filter, all)
                        : count(all);
            }
            add(pointer(list), english.name(list), text);
        }

        private static String matching(List<@Nullable Object> found, JsonPath.Filter filter, int all) {
            if (found.isEmpty()) {
                return all == 0 ? "0 items" : "none of " + count(all);
            }
            String first =
                    found.get(0) instanceof Map<?, ?> item ? shown(item, filter) : JsonValues.describe(found.get(0));
            return (found.size() == 1 ? "1 such item: " : found.size() + " such items, the first: ") + first;
        }

        /** Returns the members of an item that identify it, and those that its filter compares. */
        private static String shown(Map<?, ?> item, JsonPath.Filter filter) {
            var names = new LinkedHashSet<String>();
            if (item.containsKey("id")) {
                names.add("id");
            }
            memberNames(filter.condition(), names);
            return names.stream()
                    .map(name -> "`" + name + "` "
                            + (item.containsKey(name) ? JsonValues.describe(item.get(name)) : "absent"))
                    .collect(Collectors.joining(", "));
        }

        private static void memberNames(LogicalExpression expression, LinkedHashSet<String> names) {
            if (expression instanceof And and) {
                and.parts().forEach(part -> memberNames(part, names));
            } else if (expression instanceof Or or) {
                or.parts().forEach(part -> memberNames(part, names));
            } else if (expression instanceof Not not) {
                memberNames(not.inner(), names);
            } else if (expression instanceof Relation relation) {
                memberName(relation.left(), names);
                memberName(relation.right(), names);
            } else if (expression instanceof Truth truth) {
                memberName(truth.term() instanceof Term.Match match ? match.text() : truth.term(), names);
            }
        }

        private static void memberName(Term term, LinkedHashSet<String> names) {
            if (term instanceof JsonPath query
                    && !query.segments().isEmpty()
                    && query.segments().get(0) instanceof JsonPath.Name name) {
                names.add(name.name());
            }
        }

        private static String count(int number) {
            return number == 1 ? "1 item" : number + " items";
        }

        private static String describe(List<@Nullable Object> values) {
            return values.isEmpty()
                    ? "absent"
                    : values.size() == 1 ? JsonValues.describe(values.get(0)) : values.size() + " values";
        }

        private List<@Nullable Object> select(JsonPath query) {
            try {
                return query.select(at);
            } catch (MissingValueException e) {
                return new ArrayList<>();
            }
        }

        private @Nullable Object value(Term term) {
            try {
                return term.value(at);
            } catch (MissingValueException e) {
                return null;
            }
        }

        private String pointer(JsonPath query) {
            String pointer = context;
            for (JsonPath.Segment segment : query.segments()) {
                if (segment instanceof JsonPath.Name name) {
                    pointer = JsonPointer.child(pointer, name.name());
                } else if (segment instanceof JsonPath.Index index) {
                    pointer = JsonPointer.child(pointer, String.valueOf(index.position()));
                } else {
                    break;
                }
            }
            return pointer.isEmpty() ? "body" : pointer;
        }
    }
}
