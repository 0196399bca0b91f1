package dev.core7.conformance.exchange;

import dev.core7.conformance.target.Key;
import dev.core7.conformance.target.Keyring;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Operation;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One request to send: the documented request of an operation with one thing changed.
 *
 * @param operation the operation that is judged by it
 * @param name kebab-case and stable within the operation
 * @param example the request example that it starts from; empty where the operation takes no body
 * @param key the key to send; null for none
 * @param missing what the target lacks for this case and how to supply it; empty where it can be sent
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

    /** A case that is sent with the key that holds the least; where no key may call its operation, it says which to add. */
    public static Case withLeastKey(Target target, Operation operation, String name, Purpose purpose) {
        var called = called(operation, purpose);
        return new Keyring(target)
                .least(called)
                .map(key -> of(operation, name, purpose, key))
                .orElseGet(() -> missing(operation, name, purpose, Keyring.missing(called)));
    }

    /** A case that cannot be sent, because the target lacks something. */
    public static Case missing(Operation operation, String name, Purpose purpose, String reason) {
        return new Case(
                operation,
                name,
                purpose,
                firstExample(called(operation, purpose)),
                null,
                UnaryOperator.identity(),
                Optional.of(reason));
    }

    /** The same case with one thing changed in its request. */
    public Case changing(UnaryOperator<Draft> change) {
        return new Case(operation, name, purpose, example, key, change, missing);
    }

    /** The same case with something else made of its key; without one it is the same. */
    public Case altering(UnaryOperator<Key> alter) {
        return new Case(operation, name, purpose, example, key == null ? null : alter.apply(key), change, missing);
    }

    /** The same case, starting from that request example. */
    public Case from(String example) {
        return new Case(operation, name, purpose, Optional.of(example), key, change, missing);
    }

    /** {@code operationId/name}: what reports and baselines call it. */
    public String id() {
        return operation.id() + "/" + name;
    }

    /** The operation that is really called: a read-back calls the one that reads. */
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
