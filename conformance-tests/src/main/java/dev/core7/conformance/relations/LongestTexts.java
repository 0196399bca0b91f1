package dev.core7.conformance.relations;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.result.Finding;
import dev.core7.contract.Operation;
import dev.core7.contract.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A write with texts of the maximum length whose characters take several bytes each. A server may have lower limits, so a refusal
 * counts only if the server accepts a text with as many characters of one byte.
 *
 * @param body the other fields of the request
 */
record LongestTexts(RelationExecution execution, Operation operation, Map<String, String> path, Map<String, ?> body) {
    private static final String STEP = "longest-texts";

    /** Longer texts are not sent, because a server may limit the size of a whole body. */
    private static final int MAX_LENGTH = 16_384;

    /** A character that takes three bytes in UTF-8, and one unit in UTF-16. */
    private static final String WIDE = "語";

    private static final String NARROW = "x";
    private static final Set<Integer> INVALID = Set.of(400, 422);

    /** The statement about an operation; none if it takes no text of limited length. */
    static List<Relation.Statement> statements(Operation operation) {
        return texts(operation, "", NARROW).isEmpty() ? List.of() : List.of(statement(operation));
    }

    private static Relation.Statement statement(Operation operation) {
        return Relation.on(STEP, operation, Clause.CHARACTERS_COUNTED);
    }

    /** Sends the texts in one request, and if they are refused one by one. Returns the write of all; empty: it was refused. */
    Optional<Exchange> send() throws StoppedException {
        var wide = texts(operation, execution.mark() + "-long ", WIDE);
        if (wide.isEmpty()) {
            return Optional.empty();
        }
        var exchange = write(STEP, wide);
        if (exchange.isAcceptedCall()) {
            execution.judge(statement(operation), exchange, Optional.empty());
            return Optional.of(exchange);
        }
        if (INVALID.contains(exchange.response().status())) {
            var narrow = texts(operation, execution.mark() + "-long ", NARROW);
            for (String field : wide.keySet()) {
                compare(field, wide.get(field), narrow.get(field));
            }
        }
        execution.notApplicable(statement(operation), "the server refuses texts of the maximum length");
        return Optional.empty();
    }

    private void compare(String field, @Nullable Object wide, @Nullable Object narrow) throws StoppedException {
        String name = field.replace('_', '-');
        var accepted = write("narrow-" + name, only(field, narrow));
        if (!accepted.isAcceptedCall()) {
            return;
        }
        var exchange = write("wide-" + name, only(field, wide));
        int status = exchange.response().status();
        var finding = new Finding(
                "status",
                accepted.response().status() + ", as for a " + field + " with as many characters of one byte",
                String.valueOf(status));
        execution.judge(statement(operation), exchange, Optional.of(finding).filter(f -> INVALID.contains(status)));
    }

    private Exchange write(String step, Map<String, ?> texts) throws StoppedException {
        var fields = new LinkedHashMap<String, @Nullable Object>(body);
        fields.putAll(texts);
        return execution.write(step, operation, path, fields);
    }

    private static Map<String, @Nullable Object> only(String field, @Nullable Object value) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put(field, value);
        return fields;
    }

    /** The fields for texts of limited length. Those for the mark begin with {@code start}. */
    private static Map<String, @Nullable Object> texts(Operation operation, String start, String filler) {
        var texts = new LinkedHashMap<String, @Nullable Object>();
        operation
                .body()
                .ifPresent(body -> body.schema().properties().forEach((name, field) -> {
                    String beginning = field.flag("x-free-text") ? start : "";
                    int missing = maxLength(field) - beginning.length();
                    if (missing > 0) {
                        texts.put(name, beginning + filler.repeat(missing));
                    }
                }));
        return texts;
    }

    /** The maximum length of a text without a format; 0 if there is none, or if it is not sent. */
    private static int maxLength(Schema field) {
        boolean isText = field.types().contains("string")
                && field.enumeration().isEmpty()
                && field.text("format").isEmpty()
                && field.keyword("x-legal-values") == null
                && field.keyword("x-never-send") == null;
        return isText && field.keyword("maxLength") instanceof Integer length && length <= MAX_LENGTH ? length : 0;
    }
}
