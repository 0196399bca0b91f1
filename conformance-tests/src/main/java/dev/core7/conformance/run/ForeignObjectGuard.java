package dev.core7.conformance.run;

import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Paths;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Channel;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides whether an empty update may be sent to an object of another project: only after a GET of the object was refused. An
 * update of a readable object could move it to the project in the path.
 */
final class ForeignObjectGuard {
    private static final Set<Integer> REFUSALS = Set.of(401, 403, 404, 410);

    private final Contract contract;
    private final Target target;
    private final Channel channel;

    ForeignObjectGuard(Contract contract, Target target, Channel channel) {
        this.contract = contract;
        this.target = target;
        this.channel = channel;
    }

    /** Whether one of these exchanges is a refused GET of the path. */
    static boolean isHidden(String path, List<Exchange> exchanges) {
        return read(path, exchanges).filter(ForeignObjectGuard::isRefused).isPresent();
    }

    /**
     * Returns the outcome of a case if its write to an object of another project must not be sent; empty if it may. Reads the
     * object first if necessary.
     */
    Optional<Outcome> outcomeIfNotSent(Case testCase, Request request) {
        if (!(testCase.purpose() instanceof Purpose.ForeignObject)
                || request.isSafe()
                || request.method().equals("DELETE")) {
            return Optional.empty();
        }
        var retrieve = contract.operation("GET", ofObject(testCase.operation().path()));
        if (retrieve.isEmpty()) {
            return Optional.of(new Outcome.NotProven(
                    "not sent, because the contract has no operation that shows whether the object can be read:"
                            + " test this request by hand"));
        }
        boolean isBelowObject = !testCase.operation().path().endsWith("}/");
        String plain = Paths.withoutQuery(request.path());
        String path = isBelowObject ? plain.replaceFirst("[^/]+/$", "") : plain;
        if (read(path, channel.exchanges()).isEmpty()) {
            read(testCase, retrieve.get(), path);
        }
        return read(path, channel.exchanges())
                .map(exchange -> outcomeIfNotSent(exchange, retrieve.get()))
                .orElseGet(() -> Optional.of(new Outcome.NotProven(
                        "not sent, because GET " + path + " got no response: make this request work first")));
    }

    /** The path of the object: an action on its members has one more segment. */
    private static String ofObject(String template) {
        return template.endsWith("}/") ? template : template.replaceFirst("[^/]+/$", "");
    }

    private static Optional<Outcome> outcomeIfNotSent(Exchange read, Operation retrieve) {
        if (isRefused(read)) {
            return Optional.empty();
        }
        String response =
                "GET " + read.request().path() + " returned " + read.response().status();
        if (!read.accepted()) {
            return Optional.of(new Outcome.NotProven(
                    "not sent, because " + response + " instead of a refusal: make this request work first"));
        }
        return Optional.of(new Outcome.NotApplicable(response
                + (read.showsSharedObject()
                        ? ": the object is shared between projects"
                        : ", which is judged as " + retrieve.id())
                + "; the kit does not write to objects of other projects that it can read"));
    }

    private void read(Case testCase, Operation retrieve, String path) {
        var sent = Case.withMinimalKey(target, retrieve, testCase.name(), testCase.purpose());
        if (sent.missing().isEmpty()) {
            var headers = Map.of("Accept", MediaType.JSON);
            channel.send(List.of(
                    new Channel.Sending(sent, new Request(retrieve.method(), path, headers, null, sent.key(), ""))));
        }
    }

    /** The first read of an object of another project. */
    private static Optional<Exchange> read(String path, List<Exchange> exchanges) {
        return exchanges.stream()
                .filter(exchange -> exchange.sent().purpose() instanceof Purpose.ForeignObject)
                .filter(exchange -> exchange.request().method().equals("GET"))
                .filter(exchange -> exchange.request().path().equals(path))
                .findFirst();
    }

    private static boolean isRefused(Exchange exchange) {
        return REFUSALS.contains(exchange.response().status());
    }
}
