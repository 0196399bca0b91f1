package dev.core7.conformance.access;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.objects.RunMarks;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.spi.Evidence;
import dev.core7.contract.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An object of this project is not accessible through the path of another project, even with a key for that one, nor through the
 * path of a project that does not exist.
 */
@AutoService(Check.class)
public final class OwnObjectHidden implements Check {
    private static final Set<Integer> REFUSALS = Set.of(403, 404, 410);

    /** A shorter id may be a number, which another object of the other project may have. */
    private static final int SHORTEST_UNIQUE_ID = 16;

    @Override
    public String id() {
        return "own-object-hidden";
    }

    @Override
    public Level level() {
        return Level.MUST;
    }

    @Override
    public String clause(Case sent) {
        return "an object is accessible only through the path of its own project or organization";
    }

    @Override
    public boolean concerns(Case sent) {
        return sent.purpose() instanceof Purpose.OwnObjectElsewhere;
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        int status = exchange.response().status();
        if (REFUSALS.contains(status)) {
            return Outcome.passed();
        }
        if (!exchange.accepted()) {
            return new Outcome.NotApplicable("status " + status + " shows neither a refusal nor an object");
        }
        if (exchange.showsSharedObject()) {
            return new Outcome.NotApplicable("the object is shared with other projects");
        }
        if (!exchange.request().isSafe()) {
            return ofWrite(exchange, evidence);
        }
        var usual = evidence.twin(exchange.sent());
        return usual.isPresent() && showsSame(exchange, usual.get())
                ? Outcome.failed(
                        "body",
                        "a refusal such as 404, because the object belongs to another project",
                        status + " with the object, or with what belongs to it")
                : new Outcome.NotApplicable("the response with status " + status
                        + " does not show the object: the other project may have one with the same id");
    }

    /** An accepted write has changed the object, unless the server also accepts writes to objects that do not exist. */
    private static Outcome ofWrite(Exchange exchange, Evidence evidence) {
        var operation = exchange.sent().operation();
        boolean acceptsUnknown = evidence.exchanges().stream()
                .anyMatch(other -> other.sent().operation().equals(operation)
                        && other.sent().purpose() instanceof Purpose.UnknownObject
                        && other.accepted());
        return acceptsUnknown
                ? new Outcome.NotApplicable("the server also accepts this request for an object that does not exist:"
                        + " see unknown-object-not-found")
                : Outcome.failed(
                        "status",
                        "a refusal such as 404, because there is no object with that path",
                        String.valueOf(exchange.response().status()));
    }

    /** Whether both responses show the object with the mark of the run, or an item with the same long id. */
    private static boolean showsSame(Exchange exchange, Exchange usual) {
        var mark = RunMarks.findPrefix(usual.response().text());
        boolean showsMark = mark.isPresent()
                && RunMarks.findPrefix(exchange.response().text()).equals(mark);
        Object body = body(exchange);
        Object usualBody = body(usual);
        if (body instanceof Map<?, ?> one
                && usualBody instanceof Map<?, ?> other
                && one.get("id") != null
                && Objects.equals(one.get("id"), other.get("id"))) {
            return showsMark;
        }
        var ids = new HashSet<>(itemIds(body));
        ids.retainAll(itemIds(usualBody));
        return showsMark || !ids.isEmpty();
    }

    private static @Nullable Object body(Exchange exchange) {
        try {
            return exchange.response().json();
        } catch (Json.NotJsonException e) {
            return null;
        }
    }

    private static Set<String> itemIds(@Nullable Object body) {
        var ids = new HashSet<String>();
        if (body instanceof Map<?, ?> page && page.get("results") instanceof List<?> items) {
            items.stream()
                    .flatMap(item -> item instanceof Map<?, ?> fields
                            ? Optional.ofNullable(fields.get("id")).stream()
                            : Optional.empty().stream())
                    .map(String::valueOf)
                    .filter(id -> id.length() >= SHORTEST_UNIQUE_ID)
                    .forEach(ids::add);
        }
        return ids;
    }
}
