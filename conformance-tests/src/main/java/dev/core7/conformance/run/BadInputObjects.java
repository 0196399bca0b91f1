package dev.core7.conformance.run;

import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.objects.FieldPreconditions;
import dev.core7.conformance.objects.Inventory;
import dev.core7.conformance.spi.Channel;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.Example;
import dev.core7.contract.Json;
import dev.core7.contract.Link;
import dev.core7.contract.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Creates an object for the bad input of each operation that writes to one. A server may accept bad input, which must not
 * change an object that later cases need.
 */
final class BadInputObjects {
    private final Contract contract;
    private final Target target;
    private final Inventory inventory;
    private final ExchangeRecorder recorder;

    BadInputObjects(Contract contract, Target target, Inventory inventory, ExchangeRecorder recorder) {
        this.contract = contract;
        this.target = target;
        this.inventory = inventory;
        this.recorder = recorder;
    }

    /** Creates the object for a case, if the case needs one that does not exist yet. */
    void prepare(Case testCase) throws RequestBuilder.MissingException {
        var operation = testCase.operation();
        if (!(testCase.purpose() instanceof Purpose.BadInput)
                || operation.isSafe()
                || inventory.objectForBadInput(operation).isPresent()) {
            return;
        }
        for (Operation creator : contract.operations()) {
            var link = link(creator, operation);
            if (link.isPresent()) {
                create(creator, link.get(), operation);
                return;
            }
        }
    }

    private static Optional<Link> link(Operation creator, Operation operation) {
        return creator.success().links().stream()
                .filter(link -> !creator.isSafe() && !link.cleanup())
                .filter(link -> link.operationId().equals(operation.id()))
                .findFirst();
    }

    private void create(Operation creator, Link link, Operation operation) throws RequestBuilder.MissingException {
        String name = "for-bad-input-of-" + operation.id();
        var sent = Case.withMinimalKey(target, creator, name, new Purpose.SetUp(operation.id()));
        if (sent.missing().isEmpty()) {
            var filled = example(creator, link, FieldPreconditions.of(operation))
                    .map(sent::withExample)
                    .orElse(sent);
            var request = recorder.requestBuilder().build(filled);
            recorder.send(List.of(new Channel.Sending(filled, request)));
        }
    }

    /** The request example that creates an object to which every field of the operation may be sent. */
    private static Optional<String> example(Operation creator, Link link, Map<String, @Nullable Object> needed) {
        return link.example()
                .or(() -> creator.body().stream()
                        .flatMap(body -> body.examples().stream())
                        .filter(example -> FieldPreconditions.holds(needed, Json.write(example.value())))
                        .map(Example::name)
                        .findFirst());
    }
}
