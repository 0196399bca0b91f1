package dev.core7.conformance.run;

import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.spi.Channel;
import dev.core7.conformance.target.Keyring;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Calls other operations after a request without a response, to distinguish a faulty operation from an unavailable server. */
final class AvailabilityProbe {
    /** The number of other operations to call. If the suspect and two others do not respond, the server is unavailable. */
    private static final int TRIES = 2;

    private final Contract contract;
    private final Target target;
    private final RequestBuilder requestBuilder;
    private final Set<String> unresponsive = new HashSet<>();

    AvailabilityProbe(Contract contract, Target target, RequestBuilder requestBuilder) {
        this.contract = contract;
        this.target = target;
        this.requestBuilder = requestBuilder;
    }

    /**
     * Whether an operation other than {@code suspect} responds; {@code isAnswered} sends a request and returns whether it got a
     * response.
     */
    boolean doesAnyOtherRespond(Operation suspect, Predicate<Channel.Sending> isAnswered) {
        unresponsive.add(suspect.id());
        for (Operation operation : candidates()) {
            if (isAnswered.test(request(operation))) {
                return true;
            }
            unresponsive.add(operation.id());
        }
        return false;
    }

    /** Operations that only read, need no object, and have not failed to respond before. */
    private List<Operation> candidates() {
        return contract.operations().stream()
                .filter(Operation::isSafe)
                .filter(operation -> !unresponsive.contains(operation.id()))
                .filter(operation -> target.hasPathOf(operation))
                .filter(operation -> new Keyring(target).minimal(operation).isPresent())
                .limit(TRIES)
                .toList();
    }

    private Channel.Sending request(Operation operation) {
        var sent = Case.withMinimalKey(target, operation, Purpose.Availability.NAME, new Purpose.Availability());
        try {
            return new Channel.Sending(sent, requestBuilder.build(sent));
        } catch (RequestBuilder.MissingException e) {
            throw new IllegalStateException(e);
        }
    }
}
