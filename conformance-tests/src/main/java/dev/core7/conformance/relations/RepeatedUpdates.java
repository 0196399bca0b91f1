package dev.core7.conformance.relations;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.objects.FieldPreconditions;
import dev.core7.conformance.result.Finding;
import dev.core7.conformance.view.Lasting;
import dev.core7.conformance.view.Views;
import dev.core7.contract.Operation;
import dev.core7.contract.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sends each of several updates twice: after the second one the object is as after the first, and if it is hidden then, it is
 * hidden still. While it is hidden, it is updated further, and what is not allowed is tried again; the laws judge what of it is
 * there when it is restored.
 *
 * @param refused an operation on the object whose documented response is a refusal
 */
record RepeatedUpdates(
        RelationExecution execution,
        Operation reader,
        Operation updater,
        Optional<Operation> refused,
        Map<String, String> path) {
    private static final String REFUSED = "refused-while-hidden";
    private static final String TEXTS = "texts";
    private static final String HIDE = "hide";
    private static final String RESTORE = "restore";
    private static final String SENT_BACK = "sent-back";

    /** The statements about repeated updates. */
    static List<Relation.Statement> statements(Operation reader, Operation updater, Optional<Operation> refused) {
        boolean hides = MemberFields.hidingFlag(reader).isPresent();
        var names = hides ? List.of(TEXTS, HIDE, RESTORE) : List.of(TEXTS);
        var again = names.stream().map(name -> statement(updater, name));
        return Stream.of(
                        again,
                        Stream.of(sentBack(updater)),
                        refused.filter(o -> hides).map(RepeatedUpdates::kept).stream())
                .flatMap(statements -> statements)
                .toList();
    }

    private static Relation.Statement sentBack(Operation updater) {
        return Relation.on(SENT_BACK, updater, Clause.SENT_BACK);
    }

    private static Relation.Statement kept(Operation refused) {
        return Relation.on(REFUSED, refused, Clause.HARD_DELETE);
    }

    private static Relation.Statement statement(Operation updater, String name) {
        return Relation.on("again-" + name, updater, Clause.REPEATED_UPDATE);
    }

    void send() throws StoppedException {
        repeat(TEXTS, ObjectCreator.texts(updater, execution.mark() + "-repeated"));
        sendBack();
        var flag = MemberFields.hidingFlag(reader);
        if (flag.isPresent()) {
            repeat(HIDE, Map.of(flag.get(), true));
            execution.write("update-hidden", updater, path, ObjectCreator.texts(updater, execution.mark() + "-hidden"));
            var deletion = refused.isPresent() ? Optional.of(refuse(refused.get())) : Optional.<Exchange>empty();
            var restored = repeat(RESTORE, Map.of(flag.get(), false));
            deletion.filter(exchange -> exchange.response().status() / 100 == 4)
                    .ifPresent(exchange -> execution.judge(kept(refused.get()), exchange, lost(restored)));
        }
    }

    /** Sends all fields of the object as they were read, except those that should not be shown. */
    private void sendBack() throws StoppedException {
        var before = read("read-to-send-back");
        var object = before.acceptedObject();
        if (object.isEmpty()) {
            execution.notApplicable(sentBack(updater), "the object was not returned: see status-code");
            return;
        }
        var requested = updater.body().orElseThrow().schema().properties();
        var fields = new LinkedHashMap<String, @Nullable Object>();
        object.get().forEach((name, value) -> {
            var shown = schema().properties().get(String.valueOf(name));
            var sent = requested.get(String.valueOf(name));
            boolean isUnknown = shown == null || shown.flag("writeOnly");
            if (!isUnknown && (sent == null || maySend(sent, object.get()))) {
                fields.put(String.valueOf(name), value);
            }
        });
        var second = execution.write(SENT_BACK, updater, path, fields);
        if (second.response().status() / 100 != 4 && !second.isAcceptedCall()) {
            execution.notApplicable(sentBack(updater), "the update failed: see no-server-error");
            return;
        }
        var refused = Optional.of(new Finding(
                        "status",
                        updater.success().status() + ", because the object was sent as it was read",
                        String.valueOf(second.response().status())))
                .filter(f -> !second.isAcceptedCall());
        var after = execution.retryBriefly(
                () -> read("read-sent-back"), read -> difference(read, before).isEmpty());
        execution.judge(sentBack(updater), second, refused.or(() -> difference(after, before)));
    }

    /** Whether a server stores the field of such an object only after it has validated it. */
    private static boolean maySend(Schema field, Map<?, ?> object) {
        return field.text("x-never-send").isEmpty()
                && FieldPreconditions.of(field).entrySet().stream()
                        .allMatch(needed -> Objects.equals(needed.getValue(), object.get(needed.getKey())));
    }

    /** Sends what is not allowed to the hidden object: the operation, and a method that is not documented for the path. */
    private Exchange refuse(Operation operation) throws StoppedException {
        execution.otherMethod("post-while-hidden", "POST", reader, path);
        return execution.write(REFUSED, operation, path);
    }

    private static Optional<Finding> lost(Exchange restored) {
        int status = restored.response().status();
        return Optional.of(new Finding(
                        "status of " + restored.sent().id(),
                        "the object is found and restored after the refusal",
                        String.valueOf(status)))
                .filter(finding -> status == 404 || status == 410);
    }

    /** Sends an update twice, and returns the first exchange. */
    private Exchange repeat(String name, Map<String, Object> fields) throws StoppedException {
        var statement = statement(updater, name);
        var first = execution.write("once-" + name, updater, path, fields);
        var before = execution.retryBriefly(() -> read("read-once-" + name), read -> shows(read, fields));
        if (!first.isAcceptedCall() || !shows(before, fields)) {
            execution.notApplicable(statement, "the update or the read was refused: see status-code");
            return first;
        }
        var second = execution.write(statement.step(), updater, path, fields);
        var after = execution.retryBriefly(
                () -> read("read-again-" + name),
                read -> difference(read, before).isEmpty());
        execution.judge(statement, second, difference(after, before));
        return first;
    }

    private Exchange read(String step) throws StoppedException {
        return execution.get(step, reader, path, Map.of());
    }

    /** Whether a read shows what was written; an object that is not found is hidden. */
    private static boolean shows(Exchange read, Map<String, Object> fields) {
        return read.acceptedObject()
                .map(object -> fields.entrySet().stream()
                        .allMatch(field -> field.getValue().equals(object.get(field.getKey()))))
                .orElse(fields.containsValue(true));
    }

    private Optional<Finding> difference(Exchange after, Exchange before) {
        if (after.isAcceptedCall() != before.isAcceptedCall()) {
            return Optional.of(new Finding(
                    "status of " + after.sent().id(),
                    before.response().status() + ", as after the first update",
                    String.valueOf(after.response().status())));
        }
        var then = lasting(before);
        var now = lasting(after);
        return Views.fields(then, now).stream()
                .findFirst()
                .map(field -> new Finding(
                        "/" + field + " of " + after.sent().id(),
                        then.get(field) + ", as before",
                        String.valueOf(now.get(field))));
    }

    private Map<?, ?> lasting(Exchange read) {
        return Lasting.part(read.acceptedObject().orElse(Map.of()), schema());
    }

    private Schema schema() {
        return reader.success().json().orElseThrow().schema();
    }
}
