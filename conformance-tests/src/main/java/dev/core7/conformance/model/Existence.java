package dev.core7.conformance.model;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.objects.RunMarks;
import dev.core7.conformance.result.Finding;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Each object is there from its creation on until it is marked deleted, and each create made one. */
final class Existence {
    /** A list may lag behind; the flows wait as long. */
    private static final Duration LAG = Duration.ofSeconds(3);

    /** Parameters that leave the whole list whole. */
    private static final Pattern NO_FILTER = Pattern.compile("(limit=\\d+|offset=0)?(&(limit=\\d+|offset=0))*");

    private static final String HIDES_FROM = "x-hides-from";
    private static final Set<Integer> NOT_THERE = Set.of(404, 410);

    private final Collection<TrackedObject> objects;
    private final List<Write> creates;
    private final Clock clock;
    private final Rulings rulings;
    private final Set<String> answering = new HashSet<>();

    /** @param creates every request of the run that may have created an object */
    Existence(Collection<TrackedObject> objects, List<Write> creates, Clock clock, Rulings rulings) {
        this.objects = objects;
        this.creates = creates;
        this.clock = clock;
        this.rulings = rulings;
    }

    /** Judges a list by the objects that it shows, and by those that it does not. */
    void list(Exchange exchange, ObjectType type, Map<String, TrackedObject> shown, Span moment) {
        rulings.judged(exchange, Law.SOFT_DELETION, Law.DELETED_STILL_FOUND);
        var present = Set.copyOf(shown.values());
        var pointers = new LinkedHashMap<TrackedObject, String>();
        shown.forEach((pointer, object) -> pointers.put(object, pointer));
        boolean whole = isWhole(exchange);
        for (TrackedObject object : objects) {
            boolean concerned = object.created().isPresent()
                    && object.address().startsWith(type.listAddress(exchange) + "/")
                    && !object.isAmbiguous()
                    && object.since().isBefore(moment);
            if (!concerned) {
                continue;
            }
            var hidden = hidden(object, "list", moment);
            if (hidden.isEmpty() || !isSettled(hidden.get().since(), present, moment)) {
                continue;
            }
            if (hidden.get().value() && present.contains(object)) {
                rulings.broken(
                        exchange,
                        Law.SOFT_DELETION,
                        new Finding(
                                pointers.get(object),
                                "nothing: " + object.address() + " is marked deleted",
                                "the object"));
            } else if (!hidden.get().value() && whole && !present.contains(object)) {
                rulings.broken(
                        exchange,
                        missing(object, moment),
                        new Finding(
                                "body", object.address() + ", which is not marked deleted", "a whole list without it"));
            }
        }
    }

    /** The law that is broken if an object is not found: the page does not say where those that are deleted are still found. */
    private static Law missing(TrackedObject object, Span moment) {
        boolean mayBeDeleted = object.type().shown().properties().entrySet().stream()
                .filter(p -> p.getValue().keyword(HIDES_FROM) instanceof List<?>)
                .anyMatch(p -> object.history(p.getKey()).at(moment).stream()
                        .anyMatch(claim -> !Boolean.FALSE.equals(claim.value())));
        return mayBeDeleted ? Law.DELETED_STILL_FOUND : Law.SOFT_DELETION;
    }

    /** Whether an object is hidden, and since when that is settled. */
    private record Hidden(boolean value, Span since) {}

    private static Optional<Hidden> hidden(TrackedObject object, String place, Span moment) {
        var flags = object.type().shown().properties().entrySet().stream()
                .filter(p -> p.getValue().keyword(HIDES_FROM) instanceof List<?> places && places.contains(place))
                .map(Map.Entry::getKey)
                .toList();
        var hidden = new Hidden(false, object.since());
        for (String flag : flags) {
            var known = object.history(flag).known(moment, Optional.empty());
            if (known.isEmpty()) {
                return Optional.empty();
            }
            boolean later = hidden.since().isBefore(known.get().span());
            hidden = new Hidden(
                    hidden.value() || Boolean.TRUE.equals(known.get().value()),
                    later ? known.get().span() : hidden.since());
        }
        return Optional.of(hidden);
    }

    /** Whether the list is certainly younger than {@code since}: it shows an object that was created later, or it had time. */
    private boolean isSettled(Span since, Set<TrackedObject> present, Span moment) {
        return clock.isLaterBy(LAG, since, moment)
                || present.stream().anyMatch(o -> o.created().isPresent() && since.isBefore(o.since()));
    }

    private static boolean isWhole(Exchange exchange) {
        var path = exchange.request().path().split("\\?", 2);
        return (path.length == 1 || NO_FILTER.matcher(path[1]).matches())
                && ObjectType.body(exchange) instanceof Map<?, ?> body
                && body.containsKey("next")
                && body.get("next") == null
                && body.get("previous") == null;
    }

    /** Judges whether an object can be retrieved. */
    void retrieval(Exchange exchange, TrackedObject object, Span moment) {
        var operation = exchange.sent().called();
        if (!operation.isSafe() || object.created().isEmpty() || !object.since().isBefore(moment)) {
            return;
        }
        if (exchange.accepted()) {
            answering.add(operation.id());
            rulings.judged(exchange, Law.SOFT_DELETION, Law.DELETED_STILL_FOUND);
        } else if (NOT_THERE.contains(exchange.response().status())
                && answering.contains(operation.id())
                && !object.isAmbiguous()) {
            hidden(object, "retrieve", moment)
                    .filter(h -> !h.value())
                    .ifPresent(h -> rulings.broken(
                            exchange,
                            missing(object, moment),
                            new Finding(
                                    "status",
                                    operation.success().status() + ": " + object.address() + " is not hidden here",
                                    String.valueOf(exchange.response().status()))));
        }
    }

    /** Judges an object in a list that is none of those whose ids the run was told. */
    void stranger(Exchange exchange, ObjectType type, String pointer, Map<?, ?> fields) {
        marks(type, fields).ifPresent(mark -> {
            var sent = creates.stream()
                    .filter(c ->
                            c.type() == type && contains(c.exchange().request().body(), mark))
                    .toList();
            if (!sent.isEmpty() && sent.stream().allMatch(Write::accepted)) {
                rulings.broken(
                        exchange,
                        Law.ONE_CREATE_ONE_OBJECT,
                        new Finding(
                                pointer + "/id",
                                "no object beside the " + sent.size() + " that "
                                        + sent.get(0).exchange().sent().id() + " was told the id of",
                                "another one, with the text " + mark + " of that request"));
            }
        });
    }

    private static boolean contains(@Nullable String body, String mark) {
        return body != null && body.contains(mark);
    }

    private static Optional<String> marks(ObjectType type, Map<?, ?> fields) {
        return type.creator().body().stream()
                .flatMap(body -> body.schema().properties().entrySet().stream())
                .filter(field -> field.getValue().flag("x-free-text"))
                .flatMap(field -> Optional.ofNullable(fields.get(field.getKey())).stream())
                .flatMap(text -> RunMarks.in(text.toString()).stream())
                .findFirst();
    }
}
