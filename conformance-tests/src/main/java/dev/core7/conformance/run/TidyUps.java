package dev.core7.conformance.run;

import dev.core7.contract.Contract;
import dev.core7.contract.Link;
import java.util.List;

/** The requests that take away what a run has created, by the contract's links. */
final class TidyUps {
    private final Contract contract;
    private final Target target;
    private final RequestWriter writer;

    TidyUps(Contract contract, Target target, RequestWriter writer) {
        this.contract = contract;
        this.target = target;
        this.writer = writer;
    }

    /** The requests for one object; none where the contract has no link for it. */
    List<Channel.Sending> of(Inventory.Created object) {
        return object.by().success().links().stream()
                .filter(Link::cleanup)
                .flatMap(link -> contract.operation(link.operationId()).stream().map(operation -> {
                    var sent = Case.withLeastKey(target, operation, Purpose.TidyUp.NAME, new Purpose.TidyUp());
                    return new Channel.Sending(sent, writer.follow(object, link, operation, sent.key()));
                }))
                .toList();
    }
}
