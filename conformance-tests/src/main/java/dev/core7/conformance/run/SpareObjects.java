package dev.core7.conformance.run;

import dev.core7.contract.Contract;
import dev.core7.contract.Link;
import dev.core7.contract.Operation;
import java.util.List;
import java.util.Optional;

/**
 * Creates an object for the bad input of each operation that writes to one. A server may tolerate what it is sent; that must not
 * change an object that later cases need.
 */
final class SpareObjects {
    private final Contract contract;
    private final Target target;
    private final Inventory inventory;
    private final RequestWriter writer;
    private final Channel channel;

    SpareObjects(Contract contract, Target target, Inventory inventory, RequestWriter writer, Channel channel) {
        this.contract = contract;
        this.target = target;
        this.inventory = inventory;
        this.writer = writer;
        this.channel = channel;
    }

    /** Creates the object that a case is to be sent to, if it needs one that there is not yet. */
    void prepare(Case each) throws RequestWriter.MissingException {
        boolean needed =
                each.purpose() instanceof Purpose.BadInput && !each.operation().isSafe();
        if (!needed || inventory.hasSpare(each.operation())) {
            return;
        }
        for (Operation creator : contract.operations()) {
            var link = link(creator, each.operation());
            if (link.isPresent()) {
                create(creator, link.get(), each.operation());
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

    private void create(Operation creator, Link link, Operation operation) throws RequestWriter.MissingException {
        String name = "for-bad-input-of-" + operation.id();
        var sent = Case.withLeastKey(target, creator, name, new Purpose.SetUp(operation.id()));
        if (sent.missing().isEmpty()) {
            var filled = link.example().map(sent::from).orElse(sent);
            channel.send(List.of(new Channel.Sending(filled, writer.write(filled))));
        }
    }
}
