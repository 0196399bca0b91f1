package dev.core7.conformance.run;

import dev.core7.contract.Contract;
import dev.core7.contract.Link;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One run while it lasts: what was sent, what came, what there is to work on. */
final class Session {
    /** After so many requests in a row without an answer, the rest are not sent: the server is gone, or hangs. */
    private static final int GIVE_UP_AFTER = 5;

    private final Contract contract;
    private final Target target;
    private final Transport transport;
    private final Selection selection;
    private final Inventory inventory;
    private final RequestWriter writer;
    private final Ledger ledger;
    private final List<Exchange> exchanges = new ArrayList<>();
    private final Map<Case, Exchange> byCase = new HashMap<>();
    private final Map<Case, Outcome> unsent = new HashMap<>();
    private int unanswered;

    Session(Contract contract, Target target, Transport transport, Selection selection, String runId, Ledger ledger) {
        this.ledger = ledger;
        this.contract = contract;
        this.target = target;
        this.selection = selection;
        this.inventory = new Inventory(contract, target);
        this.transport = new Fence(transport, inventory::mayWrite);
        this.writer = new RequestWriter(target, inventory, runId);
    }

    List<Exchange> exchanges() {
        return exchanges;
    }

    Evidence evidence() {
        return new Evidence(exchanges, inventory);
    }

    /** Sends a case, or notes why it is not sent. */
    void play(Case each) throws Runner.UnreachableException {
        var excluded = selection.excludes(each);
        var unjudged = Optional.ofNullable(each.operation().unjudged().get(each.name()));
        boolean setsUp = each.purpose() instanceof Purpose.Documented && selection.setsUp(each.operation(), contract);
        excluded.ifPresent(reason -> unsent.put(each, new Outcome.Excluded(reason)));
        if (excluded.isPresent() && !setsUp) {
            return;
        }
        if (unjudged.isPresent()) {
            unsent.put(each, new Outcome.NotApplicable(unjudged.get()));
        } else if (each.missing().isPresent()) {
            unsent.putIfAbsent(each, new Outcome.NotProven(each.missing().get()));
        } else if (unanswered >= GIVE_UP_AFTER) {
            unsent.putIfAbsent(each, new Outcome.NotProven("not sent: the server stopped answering"));
        } else {
            try {
                send(each);
            } catch (RequestWriter.MissingException e) {
                unsent.putIfAbsent(each, new Outcome.NotProven(e.getMessage()));
            }
        }
    }

    private void send(Case each) throws RequestWriter.MissingException, Runner.UnreachableException {
        var request = writer.write(each);
        int before = inventory.created().size();
        boolean creates = inventory.creates(each.called(), request);
        if (creates) {
            ledger.creating(request);
        }
        try {
            var exchange = new Exchange(each, request, transport.send(request));
            unanswered = 0;
            exchanges.add(exchange);
            byCase.put(each, exchange);
            inventory.remember(exchange);
            inventory.created().stream().skip(before).forEach(this::note);
            if (creates && inventory.created().size() == before) {
                ledger.refused(request);
            }
        } catch (Transport.NoAnswerException e) {
            if (e.unreachable() && exchanges.isEmpty()) {
                throw new Runner.UnreachableException(e.getMessage());
            }
            unanswered++;
            unsent.putIfAbsent(
                    each, new Outcome.NotProven(request.method() + " " + request.path() + ": " + e.getMessage()));
        } catch (IllegalStateException e) {
            unsent.putIfAbsent(each, new Outcome.NotProven("a fault of the kit, please report it: " + e));
        }
    }

    private void note(Inventory.Created object) {
        tidyUps(object).forEach(tidyUp -> ledger.created(object.request(), tidyUp.request()));
    }

    /** What one check says of one case. */
    Result judge(Case each, Check check, Evidence evidence) {
        var exchange = Optional.ofNullable(byCase.get(each));
        return new Result(
                each,
                check.id(),
                check.level(),
                check.clause(each),
                Optional.ofNullable(unsent.get(each)).orElseGet(() -> judge(check, exchange.orElseThrow(), evidence)),
                exchange);
    }

    private static Outcome judge(Check check, Exchange exchange, Evidence evidence) {
        try {
            return check.judge(exchange, evidence);
        } catch (RuntimeException e) {
            return new Outcome.NotProven("a fault of the kit in the check " + check.id() + ", please report it: " + e);
        }
    }

    /** Follows the links that tidy up, for all that was created. Answers what could not be tidied up. */
    List<String> tidyUp() {
        var leftBehind = new ArrayList<String>();
        for (Inventory.Created object : inventory.created()) {
            var tidyUps = tidyUps(object);
            tidyUps.forEach(tidyUp -> send(tidyUp).ifPresent(leftBehind::add));
            if (tidyUps.isEmpty()) {
                leftBehind.add(object.request().path() + ": the contract has no link that tidies up "
                        + object.request().mark());
            }
        }
        return leftBehind;
    }

    /** A request that tidies up, and the case that stands for it. */
    private record TidyUp(Case sent, Request request) {}

    private List<TidyUp> tidyUps(Inventory.Created object) {
        return object.by().success().links().stream()
                .filter(Link::cleanup)
                .flatMap(link -> contract.operation(link.operationId()).stream().map(operation -> {
                    var key = new Keyring(target).least(operation).orElse(null);
                    var sent = Case.of(operation, "tidy-up", new Purpose.TidyUp(), key);
                    return new TidyUp(sent, writer.follow(object, link, operation, key));
                }))
                .toList();
    }

    private Optional<String> send(TidyUp tidyUp) {
        var path = tidyUp.request().path();
        try {
            var exchange = new Exchange(tidyUp.sent(), tidyUp.request(), transport.send(tidyUp.request()));
            exchanges.add(exchange);
            if (!exchange.accepted()) {
                return Optional.of(path + ": tidying up was answered "
                        + exchange.response().status());
            }
            ledger.tidiedUp(tidyUp.request());
            return Optional.empty();
        } catch (Transport.NoAnswerException | IllegalStateException e) {
            return Optional.of(path + ": " + e.getMessage());
        }
    }
}
