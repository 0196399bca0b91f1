package dev.core7.contract.flow;

import dev.core7.contract.Json;
import dev.core7.contract.JsonValues;
import dev.core7.contract.flow.LogicalExpression.And;
import dev.core7.contract.flow.LogicalExpression.Not;
import dev.core7.contract.flow.LogicalExpression.Or;
import dev.core7.contract.flow.LogicalExpression.Relation;
import dev.core7.contract.flow.LogicalExpression.Truth;
import dev.core7.contract.flow.Scope.MissingValueException;
import dev.core7.contract.flow.Term.EvaluationContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes logical expressions in English, such as "`count` to be 3" or "no item in `results` whose `id` is 67". */
final class ConditionEnglish {
    private static final Map<String, String> OPPOSITE =
            Map.of("==", "!=", "!=", "==", "<", ">=", ">=", "<", ">", "<=", "<=", ">");
    private static final Map<String, String> MIRRORED =
            Map.of("==", "==", "!=", "!=", "<", ">", ">", "<", "<=", ">=", ">=", "<=");
    private static final Map<String, String> QUANTITY =
            Map.of("==", "exactly ", "!=", "not exactly ", "<", "fewer than ", ">", "more than ");
    private static final Map<String, String> ORDER =
            Map.of("<", "less than ", ">", "greater than ", "<=", "at most ", ">=", "at least ");
    private static final Map<String, String> TIME =
            Map.of("<", "earlier than ", ">", "later than ", "<=", "later than ", ">=", "earlier than ");
    private static final Pattern PLAIN_TEXT = Pattern.compile("[^\\\\^$.|?*+()\\[{]*");

    private final EvaluationContext at;

    ConditionEnglish(EvaluationContext at) {
        this.at = at;
    }

    /** The grammar of a clause: "`n` to be 1", "`n` is 1", or "an item whose `n` is 1". */
    enum Mood {
        EXPECTED("to be ", "not to be "),
        STATED("is ", "is not "),
        RELATIVE("is ", "is not ");

        private final String verb;
        private final String negated;

        Mood(String verb, String negated) {
            this.verb = verb;
            this.negated = negated;
        }

        private String choose(String expected, String stated) {
            return this == EXPECTED ? expected : stated;
        }
    }

    /**
     * A phrase before it is combined with others.
     *
     * @param subject such as {@code `count`}; empty if the predicate is a noun phrase, such as "no item in `results`"
     */
    private record Phrase(String subject, String predicate) {
        String text() {
            return subject.isEmpty() ? predicate : subject + " " + predicate;
        }
    }

    String write(LogicalExpression expression, Mood mood) {
        return phrase(expression, mood).text();
    }

    private Phrase phrase(LogicalExpression expression, Mood mood) {
        if (expression instanceof And and) {
            return joined(and.parts(), "and", mood);
        }
        if (expression instanceof Or or) {
            return mood == Mood.EXPECTED && !or.guards().isEmpty() ? guarded(or) : joined(or.parts(), "or", mood);
        }
        boolean negated = expression instanceof Not;
        var phrase = leaf(expression instanceof Not not ? not.inner() : expression, negated, mood);
        if (mood != Mood.RELATIVE) {
            return phrase.subject().equals("it") ? new Phrase("the body", phrase.predicate()) : phrase;
        }
        return phrase.subject().isEmpty()
                ? new Phrase("that has", phrase.predicate())
                : new Phrase(phrase.subject().equals("it") ? "that" : "whose " + phrase.subject(), phrase.predicate());
    }

    /** Writes what is expected, and because of which values: "`id` to be 3, because `count` is 7". */
    private Phrase guarded(Or or) {
        var guards = or.guards().stream().map(LogicalExpression::negated).toList();
        String because = joined(guards, "and", Mood.STATED).text();
        return new Phrase("", joined(or.guarded(), "or", Mood.EXPECTED).text() + ", because " + because);
    }

    /** Combines phrases, and says a common subject and verb once: "whose `id` is 1 or 2". */
    private Phrase joined(List<LogicalExpression> parts, String word, Mood mood) {
        var phrases = parts.stream().map(part -> phrase(part, mood)).toList();
        var subject = phrases.get(0).subject();
        if (!subject.isEmpty()
                && phrases.stream().allMatch(phrase -> phrase.subject().equals(subject))) {
            var predicates = phrases.stream().map(Phrase::predicate).toList();
            return new Phrase(subject, series(withoutRepeated(mood.verb, predicates), word));
        }
        var texts = new ArrayList<String>();
        boolean anyConjunction = parts.stream().anyMatch(And.class::isInstance);
        for (int i = 0; i < parts.size(); i++) {
            boolean alternatives = parts.get(i) instanceof Or or
                    && or.guards().isEmpty()
                    && phrases.get(i).subject().isEmpty();
            texts.add((alternatives && word.equals("and") ? "either " : "")
                    + phrases.get(i).text());
        }
        return new Phrase(
                "", series(withoutRepeated("whose ", texts), anyConjunction && word.equals("or") ? "or else" : word));
    }

    private static List<String> withoutRepeated(String start, List<String> texts) {
        if (!texts.stream().allMatch(text -> text.startsWith(start))) {
            return texts;
        }
        var shorter = new ArrayList<String>(List.of(texts.get(0)));
        texts.stream().skip(1).forEach(text -> shorter.add(text.substring(start.length())));
        return shorter;
    }

    private static String series(List<String> texts, String word) {
        int last = texts.size() - 1;
        return last == 0
                ? texts.get(0)
                : String.join(", ", texts.subList(0, last)) + " " + word + " " + texts.get(last);
    }

    private Phrase leaf(LogicalExpression expression, boolean negated, Mood mood) {
        if (expression instanceof Relation relation) {
            var turned = facingResponse(relation);
            return relation(
                    turned.left(), negated ? OPPOSITE.get(turned.operator()) : turned.operator(), turned.right(), mood);
        }
        var term = ((Truth) expression).term();
        if (term instanceof JsonPath query) {
            return existence(query, negated, mood);
        }
        if (term instanceof Term.Match match) {
            return new Phrase(name(match.text()), match(match, negated, mood));
        }
        return new Phrase(
                name(term),
                negated
                        ? mood.choose("to be null, false or absent", "is null, false or absent")
                        : mood.choose("to be neither null nor false", "is neither null nor false"));
    }

    /** Returns the comparison with the value of the response on the left. */
    static Relation facingResponse(Relation relation) {
        return isFixed(relation.left()) && !isFixed(relation.right())
                ? new Relation(relation.right(), MIRRORED.get(relation.operator()), relation.left(), relation.rule())
                : relation;
    }

    private static boolean isFixed(Term term) {
        return term instanceof Term.Literal
                || term instanceof Term.Reference reference
                        && !reference.expression().refersToResponse();
    }

    private Phrase relation(Term left, String operator, Term right, Mood mood) {
        if (left instanceof Term.Count count
                && right instanceof Term.Literal literal
                && literal.constant() instanceof Number number) {
            return new Phrase(
                    "",
                    QUANTITY.getOrDefault(operator, ORDER.get(operator)) + number + " "
                            + items(count.query(), number.intValue()));
        }
        boolean ofTexts = value(right) instanceof String;
        boolean negative =
                operator.equals("!=") || ofTexts && List.of("<=", ">=").contains(operator);
        String verb = negative ? mood.negated : mood.verb;
        String order = (ofTexts ? TIME : ORDER).getOrDefault(operator, "");
        return new Phrase(name(left), verb + order + valueText(right, mood));
    }

    private Phrase existence(JsonPath query, boolean negated, Mood mood) {
        var segments = query.segments();
        var last = segments.isEmpty() ? null : segments.get(segments.size() - 1);
        if (last instanceof JsonPath.Filter filter) {
            var others = opposite(filter.condition());
            return negated && others.isPresent()
                    ? new Phrase("", "only " + items(query.parent(), others.get()))
                    : new Phrase("", (negated ? "no " : "an ") + items(query, 1));
        }
        if (last instanceof JsonPath.Index index) {
            int limit = negated ? index.position() : index.position() + 1;
            String quantity = limit == 0 ? "no" : (negated ? "at most " : "at least ") + limit;
            return new Phrase("", quantity + " " + items(query, limit));
        }
        if (last instanceof JsonPath.Wildcard) {
            return new Phrase("", (negated ? "no " : "at least 1 ") + items(query, negated ? 0 : 1));
        }
        return new Phrase(name(query), mood.verb + (negated ? "absent" : "present"));
    }

    /** Returns the opposite of an expression that consists of negations; empty for other expressions. */
    private static Optional<LogicalExpression> opposite(LogicalExpression expression) {
        if (expression instanceof Not not) {
            return Optional.of(not.inner());
        }
        if (expression instanceof Relation relation && relation.operator().equals("!=")) {
            return Optional.of(new Relation(relation.left(), "==", relation.right(), relation.rule()));
        }
        if (!(expression instanceof Or or)) {
            return Optional.empty();
        }
        var parts = or.parts().stream().flatMap(part -> opposite(part).stream()).toList();
        return parts.size() == or.parts().size() ? Optional.of(new And(parts)) : Optional.empty();
    }

    private String items(JsonPath list, LogicalExpression condition) {
        return "items in " + listName(list) + " " + write(condition, Mood.RELATIVE);
    }

    private String listName(JsonPath list) {
        return list.segments().isEmpty() ? "the list" : name(list);
    }

    /** Returns the values that a query selects: "items in `results` whose `id` is 67". */
    private String items(JsonPath query, int number) {
        var segments = query.segments();
        var last = segments.isEmpty() ? null : segments.get(segments.size() - 1);
        if (last == null || last instanceof JsonPath.Name) {
            return (number == 1 ? "value of " : "values of ") + name(query);
        }
        String items = (number == 1 ? "item" : "items") + " in " + listName(query.parent());
        return last instanceof JsonPath.Filter filter ? items + " " + write(filter.condition(), Mood.RELATIVE) : items;
    }

    private String match(Term.Match match, boolean negated, Mood mood) {
        boolean plain = !match.whole()
                && value(match.pattern()) instanceof String pattern
                && PLAIN_TEXT.matcher(pattern).matches();
        String verb = negated
                ? mood.choose("not to ", "does not ") + (plain ? "contain " : "match ")
                : mood.choose("to ", "") + (plain ? "contain" : "match") + mood.choose(" ", plain ? "s " : "es ");
        return verb + valueText(match.pattern(), mood);
    }

    /** Returns the name of a value: "`results[0].id`", "status". */
    String name(Term term) {
        if (term instanceof JsonPath query) {
            return query.segments().isEmpty() ? "it" : "`" + query.display() + "`";
        }
        if (term instanceof Term.Reference reference) {
            return reference.expression().display();
        }
        if (term instanceof Term.Count count) {
            return "the number of " + items(count.query(), 0);
        }
        if (term instanceof Term.Length length) {
            return "the length of " + name(length.of());
        }
        return term instanceof Term.Text text ? name(text.of()) : json(value(term));
    }

    /** Returns a value, and where it comes from unless it is a constant. */
    private String valueText(Term term, Mood mood) {
        if (term instanceof Term.Literal literal) {
            return json(literal.constant());
        }
        if (term instanceof Term.Reference reference && !reference.expression().refersToResponse()) {
            var origin = origin(reference.expression());
            var value = value(term);
            return value == null ? origin : json(value) + " (" + origin + ")";
        }
        return mood == Mood.RELATIVE ? name(term) : name(term) + " (" + json(value(term)) + ")";
    }

    private String origin(RuntimeExpression expression) {
        return expression.step().isEmpty() ? at.scope().inputOrigin(expression.input()) : expression.display();
    }

    private @Nullable Object value(Term term) {
        try {
            return term.value(at);
        } catch (MissingValueException e) {
            return null;
        }
    }

    private static String json(@Nullable Object value) {
        return value == Comparison.NOTHING ? "absent" : JsonValues.cut(Json.write(value));
    }
}
