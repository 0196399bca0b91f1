package dev.core7.conformance.relations;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.result.Finding;
import dev.core7.conformance.target.Keyring;
import dev.core7.conformance.view.Page;
import dev.core7.conformance.view.Views;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import dev.core7.contract.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Further updates of an object that the run created: with another key, to other listed values, with references, with null, and with
 * texts of the maximum length.
 *
 * @param readers the operations that read the object, the list with it, and what belongs to it
 */
record LaterWrites(
        RelationExecution execution,
        Operation reader,
        Operation updater,
        List<Operation> readers,
        Map<String, String> path) {
    private static final String UPDATE_AGAIN = "refer";
    private static final String READ_NULL = "read-null";

    /** The request fields for which the contract allows null, except those with a list of values. */
    static List<String> nullable(Operation operation) {
        return operation.body().stream()
                .flatMap(body -> body.schema().properties().entrySet().stream())
                .filter(field ->
                        isNullable(field.getValue()) && !operation.unjudged().containsKey("legal-" + field.getKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isNullable(Schema field) {
        return field.types().contains("null")
                && field.enumeration().isEmpty()
                && field.keyword("x-never-send") == null
                && field.keyword("x-send-only-with") == null;
    }

    /** The statements about an update. */
    static List<Relation.Statement> statements(Operation updater, List<Operation> readers) {
        var statements = new ArrayList<Relation.Statement>();
        nullable(updater).forEach(field -> statements.add(nullStatement(updater, field)));
        if (nullable(updater).stream().anyMatch(ObjectCreator.markedFields(updater)::contains)) {
            readers.forEach(read -> statements.add(Relation.on(READ_NULL, read, Clause.NULL_READABLE)));
        }
        statements.addAll(LongestTexts.statements(updater));
        if (!derived(updater).isEmpty()) {
            statements.add(Relation.on(UPDATE_AGAIN, updater, Clause.ITEMS_ALIKE));
        }
        return statements;
    }

    private static Relation.Statement nullStatement(Operation updater, String field) {
        return Relation.on("null-" + field.replace('_', '-'), updater, Clause.NULL_ACCEPTED);
    }

    void send() throws StoppedException {
        writeWithOtherKey();
        writeListedValues();
        if (!derived(updater).isEmpty()) {
            judgeReferences();
        }
        judgeNulls();
        new LongestTexts(execution, updater, path, ObjectCreator.texts(updater, execution.mark())).send();
    }

    /** The laws judge whether the object keeps what it was given when it was created, such as its creator. */
    private void writeWithOtherKey() throws StoppedException {
        var keys = new Keyring(execution.target());
        var other = keys.another(updater, execution.key(updater));
        if (other.isPresent()) {
            var fields = ObjectCreator.texts(updater, execution.mark() + "-other-key");
            execution.write("other-key", updater, path, fields, other.get());
        }
        var otherReader = keys.another(reader, execution.key(reader));
        if (otherReader.isPresent()) {
            execution.get("read-other-key", reader, execution.path(reader, path), MediaType.JSON, otherReader.get());
        }
    }

    /** Writes two of the listed values one after the other, because a server may store only the first. The laws judge it. */
    private void writeListedValues() throws StoppedException {
        for (int index = 0; index < 2; index++) {
            var fields = new LinkedHashMap<String, @Nullable Object>();
            int each = index;
            updater.body()
                    .ifPresent(body -> body.schema().properties().forEach((name, field) -> {
                        boolean isFree = field.keyword("x-legal-values") == null
                                && !updater.unjudged().containsKey("legal-" + name);
                        if (isFree && field.enumeration().size() > 1) {
                            fields.put(name, field.enumeration().get(each));
                        }
                    }));
            if (!fields.isEmpty()) {
                execution.write("listed-values", updater, path, fields);
            }
        }
    }

    /** The fields of the response that follow a reference to another object ({@code x-changes-with}). */
    private static List<String> derived(Operation updater) {
        var references = references(updater).keySet();
        return updater.success().json().stream()
                .flatMap(json -> json.schema().properties().entrySet().stream())
                .filter(field -> field.getValue().keyword("x-changes-with") instanceof List<?> names
                        && names.stream().anyMatch(references::contains))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The request fields that refer to fixtures, with the names of the fixtures. */
    private static Map<String, String> references(Operation updater) {
        var references = new LinkedHashMap<String, String>();
        updater.body()
                .ifPresent(body -> body.schema()
                        .properties()
                        .forEach((name, field) ->
                                field.text("x-fixture").ifPresent(fixture -> references.put(name, fixture))));
        return references;
    }

    /** The references to the first fixture of each kind. */
    private Map<String, @Nullable Object> firstReferences() {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        references(updater)
                .forEach((name, fixture) -> execution.fixtures(fixture).stream()
                        .findFirst()
                        .ifPresent(id -> fields.put(name, id.matches("\\d{1,9}") ? (Object) Integer.valueOf(id) : id)));
        return fields;
    }

    /** The response to an update shows the same derived fields as a later read. */
    private void judgeReferences() throws StoppedException {
        var statement = Relation.on(UPDATE_AGAIN, updater, Clause.ITEMS_ALIKE);
        var fields = firstReferences();
        if (fields.isEmpty()) {
            fields.putAll(ObjectCreator.texts(updater, execution.mark() + "-referred"));
        }
        var written = derivedOf(execution.write(UPDATE_AGAIN, updater, path, fields));
        var read = derivedOf(execution.get("read-references", reader, path, Map.of()));
        if (written.isEmpty() || read.isEmpty()) {
            execution.notApplicable(statement, "the update or the read was refused: see status-code");
            return;
        }
        var again = execution.write(UPDATE_AGAIN, updater, path, fields);
        var writtenAgain = derivedOf(again);
        var readAgain = derivedOf(execution.get("read-references", reader, path, Map.of()));
        execution.judge(
                statement,
                again,
                new Views(writtenAgain).differsAgain(new Views(readAgain), new Views(written), new Views(read), ""));
    }

    private Map<String, Map<?, ?>> derivedOf(Exchange exchange) {
        var names = derived(updater);
        var objects = new LinkedHashMap<String, Map<?, ?>>();
        exchange.acceptedObject().ifPresent(object -> {
            var fields = new LinkedHashMap<Object, @Nullable Object>(object);
            fields.keySet().retainAll(names);
            objects.put(Page.id(object), fields);
        });
        return objects;
    }

    /** Before each null, all fields that may be null have a value: a law judges that the others keep theirs. */
    private void judgeNulls() throws StoppedException {
        var values = ObjectCreator.body(updater, execution.mark() + "-not-null", 0);
        values.putAll(ObjectCreator.dates(updater));
        values.putAll(firstReferences());
        values.keySet().retainAll(nullable(updater));
        for (String field : nullable(updater)) {
            if (values.size() > 1) {
                execution.write("not-null", updater, path, values);
            }
            var fields = new LinkedHashMap<String, @Nullable Object>();
            fields.put(field, null);
            var statement = nullStatement(updater, field);
            var exchange = execution.write(statement.step(), updater, path, fields);
            execution.judge(statement, exchange, refused(exchange, field));
            if (exchange.isAcceptedCall() && ObjectCreator.markedFields(updater).contains(field)) {
                judgeReads(field);
            }
        }
        execution.get("read-nulls", reader, path, Map.of());
        execution.write("after-null", updater, path, ObjectCreator.texts(updater, execution.mark() + "-after-null"));
    }

    /**
     * Reads everything that shows the object while the field that otherwise identifies it is null. A read that is refused then twice,
     * but not with a text, is a failure; the laws judge what the others show.
     */
    private void judgeReads(String field) throws StoppedException {
        var refused = new ArrayList<Exchange>();
        for (Operation read : readers) {
            for (Map<String, String> query : queries(read)) {
                var exchange = execution.get(READ_NULL, read, path, query);
                if (!exchange.isAcceptedCall()) {
                    exchange = execution.get(READ_NULL, read, path, query);
                }
                if (exchange.isAcceptedCall()) {
                    execution.judge(Relation.on(READ_NULL, read, Clause.NULL_READABLE), exchange, Optional.empty());
                } else {
                    refused.add(exchange);
                }
            }
        }
        if (!refused.isEmpty()) {
            execution.write("after-null", updater, path, ObjectCreator.texts(updater, execution.mark() + "-not-null"));
        }
        for (Exchange exchange : refused) {
            var read = exchange.sent().called();
            var key = execution.key(read);
            var again = execution.get("read-not-null", read, exchange.request().path(), MediaType.JSON, key);
            var finding = new Finding(
                    "status",
                    again.response().status() + ", as if " + field + " of " + path.values() + " is not null",
                    String.valueOf(exchange.response().status()));
            execution.judge(
                    Relation.on(READ_NULL, read, Clause.NULL_READABLE),
                    exchange,
                    Optional.of(finding).filter(f -> again.isAcceptedCall()));
        }
    }

    /** The whole list, and a search in it. */
    private List<Map<String, String>> queries(Operation read) {
        var queries = new ArrayList<Map<String, String>>();
        queries.add(Map.of());
        read.parameters().stream()
                .filter(parameter -> parameter.inQuery() && parameter.schema().keyword("x-search") != null)
                .forEach(parameter -> queries.add(Map.of(parameter.name(), execution.mark())));
        return queries;
    }

    /** The finding that a request was refused because of a field with the value null. */
    static Optional<Finding> refused(Exchange exchange, String field) {
        int expected = exchange.sent().operation().success().status();
        int status = exchange.response().status();
        return Optional.of(
                        new Finding("status", expected + ", because " + field + " may be null", String.valueOf(status)))
                .filter(f -> !exchange.accepted());
    }
}
