package dev.core7.conformance.model;

import dev.core7.conformance.exchange.Attempt;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Paths;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.exchange.Response;
import dev.core7.conformance.exchange.Unanswered;
import dev.core7.conformance.result.Finding;
import dev.core7.contract.MediaType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One run, or one shard of it, from its first exchange to its last: first what it wrote, then what it was shown. */
final class RunHistory {
    private static final String ID = "id";

    private final List<ObjectType> types;
    private final List<Exchange> exchanges;

    /** The requests without a response, as exchanges without a status: the effect of such a write is unknown. */
    private final List<Exchange> unanswered;

    private final Clock clock;
    private final Rulings rulings;
    private final Map<String, TrackedObject> objects = new LinkedHashMap<>();
    private final List<Write> creates = new ArrayList<>();

    RunHistory(List<ObjectType> types, List<? extends Attempt> attempts, Rulings rulings) {
        this.types = types;
        this.exchanges = of(Exchange.class, attempts);
        this.unanswered = of(Unanswered.class, attempts).stream()
                .map(RunHistory::withoutStatus)
                .toList();
        this.clock = new Clock(exchanges);
        this.rulings = rulings;
    }

    private static <T extends Attempt> List<T> of(Class<T> kind, List<? extends Attempt> attempts) {
        return attempts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static Exchange withoutStatus(Unanswered request) {
        var nothing = new Response(0, Map.of(), new byte[0], false, Duration.ZERO);
        return new Exchange(request.sent(), request.request(), nothing);
    }

    /** Judges every exchange. */
    void judge() {
        unanswered.stream().filter(RunHistory::creates).forEach(this::write);
        exchanges.forEach(this::write);
        unanswered.stream().filter(e -> !creates(e)).forEach(this::write);
        var fields = new FieldComparison(objects.values(), rulings);
        var serverValues = new ServerValues(clock, rulings);
        var derived = new DerivedValues(rulings);
        var others = new OtherValues(objects.values(), rulings);
        var existence = new Existence(objects.values(), creates, clock, rulings);
        var membership = new Membership(rulings);
        for (Exchange exchange : last()) {
            for (ObjectType type : types) {
                look(exchange, type, fields, serverValues, derived, others, existence, membership);
            }
        }
    }

    private static boolean creates(Exchange exchange) {
        return exchange.request().method().equals("POST");
    }

    private void write(Exchange exchange) {
        var operation = exchange.sent().called();
        if (exchange.request().isSafe() || exchange.sent().purpose() instanceof Purpose.McpMessage) {
            return;
        }
        for (ObjectType type : types) {
            if (type.creates(operation)) {
                create(exchange, type);
            } else if (type.isBelowOne(operation)) {
                var write = Write.of(exchange, type, type.address(exchange), clock.of(exchange));
                judgeId(write);
                boolean names = write.isAboutFields()
                        && !write.refused()
                        && !write.fields().isEmpty()
                        && !(exchange.sent().purpose() instanceof Purpose.TidyUp);
                var object = names
                        ? objects.computeIfAbsent(write.address(), a -> TrackedObject.lent(write))
                        : objects.get(write.address());
                if (object != null) {
                    object.apply(write);
                }
            }
        }
    }

    private void create(Exchange exchange, ObjectType type) {
        var list = type.listAddress(exchange);
        var id = type.objectsIn(exchange).values().stream()
                .flatMap(o -> Paths.id(o.get(ID)).stream())
                .findFirst();
        var write = Write.of(exchange, type, list + id.map(i -> "/" + i).orElse(""), clock.of(exchange));
        creates.add(write);
        judgeId(write);
        if (id.isEmpty()) {
            return;
        }
        rulings.judged(exchange, Law.ONE_CREATE_ONE_OBJECT);
        var earlier = objects.get(write.address());
        if (earlier != null && earlier.created().isPresent()) {
            earlier.makeAmbiguous();
            String other = earlier.created().map(e -> e.sent().id()).orElse("");
            rulings.broken(
                    exchange,
                    Law.ONE_CREATE_ONE_OBJECT,
                    new Finding("/id", "an id of its own", id.get() + ", which " + other + " was given before"));
            return;
        }
        var object = TrackedObject.created(write);
        objects.put(write.address(), object);
        object.apply(write);
        new Defaults(rulings).judge(write);
    }

    /** Judges whether the object took the id that the request sent; other fields are judged wherever they are shown. */
    private void judgeId(Write write) {
        var sent = Paths.id(write.fields().get(ID));
        boolean isOwn = !write.creates() && write.address().endsWith("/" + sent.orElse(""));
        if (sent.isEmpty()
                || isOwn
                || !write.isAboutFields()
                || write.requestFields().containsKey(ID)) {
            return;
        }
        write.type().objectsIn(write.exchange()).forEach((pointer, object) -> {
            if (Paths.id(object.get(ID)).equals(sent)) {
                rulings.broken(
                        write.exchange(),
                        Law.READ_ONLY_IGNORED,
                        new Finding("/id", FieldComparison.notSent(write), sent.get()));
            }
        });
    }

    /** The exchanges that are judged; of a request that was repeated the last. */
    private List<Exchange> last() {
        var last = new HashMap<String, Exchange>();
        exchanges.forEach(exchange -> last.put(exchange.sent().id(), exchange));
        return exchanges.stream()
                .filter(e -> last.get(e.sent().id()) == e && isJudged(e.sent()))
                .toList();
    }

    /** Whether the response to such a case is compared with what the run knows. */
    static boolean isJudged(Case sent) {
        return sent.purpose() instanceof Purpose.Documented documented
                        && documented.mediaType().equals(MediaType.JSON)
                || sent.purpose().isDocumentedInOtherForm() && !sent.called().isSafe()
                || sent.purpose() instanceof Purpose.LegalInput
                || sent.purpose() instanceof Purpose.Step
                || sent.purpose() instanceof Purpose.ReadBack
                || sent.purpose() instanceof Purpose.LastLook;
    }

    private void look(
            Exchange exchange,
            ObjectType type,
            FieldComparison fields,
            ServerValues serverValues,
            DerivedValues derived,
            OtherValues others,
            Existence existence,
            Membership membership) {
        var operation = exchange.sent().called();
        var span = clock.of(exchange);
        var moment = operation.isSafe() ? span : span.end();
        var shown = new LinkedHashMap<String, TrackedObject>();
        type.objectsIn(exchange).forEach((pointer, seen) -> {
            var object = known(exchange, type, seen).filter(o -> !moment.isBefore(o.since()));
            object.ifPresent(o -> shown.put(pointer, o));
            if (object.filter(o -> !o.isAmbiguous()).isPresent()) {
                var sighting = new Sighting(object.get(), exchange, pointer, seen, moment);
                fields.judge(sighting);
                serverValues.judge(sighting);
                derived.judge(sighting);
                others.judge(sighting);
                membership.count(sighting);
            } else if (object.isEmpty() && type.lists(operation)) {
                existence.stranger(exchange, type, pointer, seen);
            }
        });
        if (type.lists(operation) && exchange.accepted()) {
            rulings.judged(exchange, Law.ONE_CREATE_ONE_OBJECT);
            existence.list(exchange, type, shown, moment);
        } else if (type.isBelowOne(operation)) {
            var object = objects.get(type.address(exchange));
            if (object != null && type.isAboutOne(operation)) {
                existence.retrieval(exchange, object, moment);
            } else if (object != null) {
                membership.list(exchange, object, moment);
            }
        }
    }

    /** The tracked object that a response shows, unless it is another one than the path asks for. */
    private Optional<TrackedObject> known(Exchange exchange, ObjectType type, Map<?, ?> seen) {
        var address = Paths.id(seen.get(ID)).map(id -> type.listAddress(exchange) + "/" + id);
        boolean isOther = type.isAboutOne(exchange.sent().called())
                && address.filter(type.address(exchange)::equals).isEmpty();
        return isOther ? Optional.empty() : address.map(objects::get);
    }
}
