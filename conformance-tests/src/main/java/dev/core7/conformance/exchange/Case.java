package dev.core7.conformance.exchange;

import dev.core7.conformance.target.Key;
import dev.core7.conformance.target.Keyring;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Operation;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One request to send: the documented request of an operation with one change.
 *
 * @param operation the operation that it tests
 * @param name in kebab-case, stable, and unique within the operation
 * @param example the request example that it is based on; empty if the operation has no request body
 * @param key the key to send; null to send none
 * @param missing what the target lacks for this case, and how to supply it; empty if the case can be sent
 */
public record Case(
        Operation operation,
        String name,
        Purpose purpose,
        Optional<String> example,
        @Nullable Key key,
        UnaryOperator<Draft> change,
        Optional<String> missing) {
    /** A case that can be sent. */
    public static Case of(Operation operation, String name, Purpose purpose, @Nullable Key key) {
        return new Case(
                operation,
                name,
                purpose,
                firstExample(called(operation, purpose)),
                key,
                UnaryOperator.identity(),
                Optional.empty());
    }

    /**
     * A case that is sent with the key that {@link Keyring#minimal} selects. If no key may call its operation, the case cannot
     * be sent, and says which key to add.
     */
    public static Case withMinimalKey(Target target, Operation operation, String name, Purpose purpose) {
        var called = called(operation, purpose);
        return new Keyring(target)
                .minimal(called)
                .map(key -> of(operation, name, purpose, key))
                .orElseGet(() -> unsendable(operation, name, purpose, Keyring.missing(called)));
    }

    /** A case that cannot be sent, because the target lacks something. */
    public static Case unsendable(Operation operation, String name, Purpose purpose, String reason) {
        return new Case(
                operation,
                name,
                purpose,
                firstExample(called(operation, purpose)),
                null,
                UnaryOperator.identity(),
                Optional.of(reason));
    }

    /** The same case with a change of its request. */
    public Case withChange(UnaryOperator<Draft> change) {
        return new Case(operation, name, purpose, example, key, change, missing);
    }

    /** The same case with another key, derived from its own; a case without a key stays the same. */
    public Case withChangedKey(UnaryOperator<Key> keyChange) {
        return new Case(operation, name, purpose, example, key == null ? null : keyChange.apply(key), change, missing);
    }

    /** The same case, based on that request example. */
    public Case withExample(String example) {
        return new Case(operation, name, purpose, Optional.of(example), key, change, missing);
    }

    /** {@code operationId/name}, as reports and baselines show it. */
    public String id() {
        return operation.id() + "/" + name;
    }

    /** The id of the flow if this is a step of one. */
    public Optional<String> flow() {
        return purpose instanceof Purpose.Step || purpose instanceof Purpose.McpMessage
                ? Optional.of(name.split("\\.", 2)[0])
                : Optional.empty();
    }

    /** The operation that the request calls. It differs from {@link #operation} for a read-back. */
    public Operation called() {
        return called(operation, purpose);
    }

    private static Operation called(Operation operation, Purpose purpose) {
        return purpose instanceof Purpose.ReadBack back ? back.read() : operation;
    }

    private static Optional<String> firstExample(Operation operation) {
        return operation
                .body()
                .flatMap(body -> body.examples().stream().findFirst())
                .map(e -> e.name());
    }
}
