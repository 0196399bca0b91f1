package dev.core7.conformance.objects;

import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Paths;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.Json;
import dev.core7.contract.JsonPointer;
import dev.core7.contract.Link;
import dev.core7.contract.Operation;
import dev.core7.contract.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The objects a run may use: what it created itself, what it was given as fixtures, and what lists have shown, to read. */
public final class Inventory {
    /** Not ids, whoever answers them: as a segment of a path they lead to its parent (RFC 3986 §5.2.4). */
    private static final Set<String> DOTS = Set.of("", ".", "..");

    /** A longer text is no id: each request and each line about it would carry it. */
    private static final int MAX_ID = 256;

    private static final String BODY = "$response.body#";

    private final Contract contract;
    private final Target target;
    private final CleanupLinks links;
    private final ObservedObjects sightings;
    private final List<Created> created = new ArrayList<>();
    private final List<Created> made = new ArrayList<>();
    private final Map<String, Created> spares = new HashMap<>();
    private final Map<Operation, Object> lists = new LinkedHashMap<>();
    private final Fixtures fixtures;

    public Inventory(Contract contract, Target target) {
        this.contract = contract;
        this.target = target;
        this.links = new CleanupLinks(contract, target);
        this.sightings = new ObservedObjects(contract, target);
        this.fixtures = new Fixtures(target);
    }

    /**
     * An object that this run created.
     *
     * @param by the operation that created it
     * @param example the request example it was created from
     * @param answer the body of the answer, as a plain value
     * @param mark the mark that its text carries; empty if its request carried none
     * @param sent the body of the request that created it; null if that is not known
     */
    public record Created(
            Operation by,
            String example,
            Object answer,
            String mark,
            @Nullable String sent) {
        /** The value of a link's runtime expression, as a path parameter wants it. */
        Optional<String> value(String expression) {
            return text(
                    expression.startsWith(BODY) ? JsonPointer.find(answer, expression.substring(BODY.length())) : null);
        }
    }

    /** What was created so far, oldest first. */
    public List<Created> created() {
        return List.copyOf(created);
    }

    /** Remembers what an exchange brought: an object created, a list to read ids from, a fixture used up. */
    public void remember(Exchange exchange) {
        var operation = exchange.sent().called();
        fixtures.remember(exchange);
        if (!exchange.shows() || exchange.sent().purpose() instanceof Purpose.TidyUp) {
            return;
        }
        try {
            if (operation.isSafe()) {
                sightings.see(exchange);
            }
            if (operation.success().links().isEmpty()) {
                return;
            }
            var body = exchange.response().json();
            if (body == null) {
                return;
            }
            var object = new Created(
                    operation,
                    exchange.sent().example().orElse(""),
                    body,
                    exchange.request().mark(),
                    exchange.request().body());
            boolean meant = exchange.sent().purpose().isDocumented();
            if (operation.isSafe() && meant) {
                lists.put(operation, body);
            } else if (!operation.isSafe()) {
                add(object);
                // What a request has made that was to be refused is tidied up, but nothing to work on.
                made.addAll(meant ? List.of(object) : List.of());
                if (exchange.sent().purpose() instanceof Purpose.SetUp setUp) {
                    spares.put(setUp.operationId(), object);
                }
            }
        } catch (Json.NotJsonException e) {
            // An answer that is not JSON names no object; the check of its body says so.
        }
    }

    private void add(Created object) {
        created.add(object);
        var run = RunMarks.ofRun(object.mark());
        address(object)
                .filter(address -> run.isPresent())
                .ifPresent(address -> sightings.expect(object.by(), address, run.get()));
    }

    /** Takes in an object of the run whose create did not name it: a list shows it with that mark of the run. */
    public void adopt(Operation creator, Object item, String mark) {
        created.add(new Created(creator, "", item, mark, null));
        links.address(creator, item).ifPresent(address -> sightings.confirm(creator, address));
    }

    /** Whether the run created an object by a request with that mark. */
    public boolean hasCreated(String mark) {
        return created.stream().anyMatch(object -> object.mark().equals(mark));
    }

    /** The path of a created object; empty if the answer named no id. */
    Optional<String> address(Created object) {
        return links.address(object.by(), object.answer());
    }

    /** The object that the answer to a create names; empty if it names none, or the request carried no mark. */
    public Optional<NamedObject> named(Exchange create) {
        try {
            return links.address(create.sent().called(), create.response().json())
                    .flatMap(address -> sightings
                            .at(address)
                            .map(sighting -> new NamedObject(
                                    address,
                                    sighting.shown() == Recognition.OURS,
                                    sighting.by().filter(by -> sighting.shown() == Recognition.ANOTHER))));
        } catch (Json.NotJsonException e) {
            return Optional.empty();
        }
    }

    /** How the server has shown a created object; empty if it was not looked for. */
    Optional<ObservedObjects.Sighting> sighting(Created object) {
        return address(object).flatMap(sightings::at);
    }

    /** Whether the server has shown a created object with the run's mark, so that it may be written to. */
    boolean isConfirmed(Created object) {
        return isShown(object, Recognition.OURS);
    }

    private boolean isShown(Created object, Recognition how) {
        return sighting(object).filter(sighting -> sighting.shown() == how).isPresent();
    }

    /** Whether a request may create an object. */
    public boolean creates(Operation called, Request request) {
        return !called.isSafe()
                && request.method().equals(called.method())
                && called.success().links().stream().anyMatch(Link::cleanup);
    }

    /** The object that was created for the bad input of an operation. */
    public Optional<Created> spare(Operation operation) {
        return Optional.ofNullable(spares.get(operation.id()));
    }

    /** Whether the run created an object of that id through the operations at or below {@code path}. */
    public boolean isOwn(Operation operation, @Nullable Object id) {
        return text(id).isPresent()
                && created.stream()
                        .filter(c -> operation.path().startsWith(c.by().path()) && !isShown(c, Recognition.ANOTHER))
                        .anyMatch(c -> c.value(BODY + "/id").equals(text(id)));
    }

    /**
     * The path parameters for a case. What writes or looks for bad input has an object of its own, if one was created.
     *
     * @param needed what an object of the run's own must have been created with; none: any object, a lent one too
     */
    public Parameters parameters(Case sent, Map<String, @Nullable Object> needed) {
        var operation = sent.called();
        boolean bad = sent.purpose() instanceof Purpose.BadInput || sent.name().equals(Purpose.ReadBack.OF_BAD_INPUT);
        var spare = bad ? spare(sent.operation()) : Optional.<Created>empty();
        var objects = spare.isPresent() ? List.of(spare.get()) : made;
        var values = new LinkedHashMap<String, String>();
        for (Parameter parameter : operation.pathParameters()) {
            var given = target.parameters().get(parameter.name());
            var value = given != null
                    ? Optional.of(given)
                    : fromCreated(objects, operation, parameter, sent.example(), needed)
                            .or(() -> needed.isEmpty() ? fromOthers(operation, parameter, values) : Optional.empty());
            if (value.isEmpty()) {
                return new Parameters(
                        Map.of(),
                        needed.isEmpty()
                                ? fixtures.missing(contract, operation, parameter)
                                : "the run created no object with " + Json.write(needed)
                                        + ": the contract allows this request to such objects only");
            }
            values.put(parameter.name(), value.get());
        }
        return new Parameters(values, "");
    }

    /** Path parameters by name, or what is missing for them. */
    public record Parameters(Map<String, String> values, String missing) {}

    private Optional<String> fromOthers(Operation operation, Parameter parameter, Map<String, String> known) {
        return fromFixtures(operation, parameter, known)
                .or(() -> operation.isSafe() ? fromLists(operation, parameter) : Optional.empty());
    }

    private Optional<String> fromCreated(
            List<Created> objects,
            Operation operation,
            Parameter parameter,
            Optional<String> example,
            Map<String, @Nullable Object> needed) {
        for (Created object : objects) {
            if (isShown(object, Recognition.ANOTHER) || !SendOnlyWith.holds(needed, object.sent())) {
                continue;
            }
            for (Link link : object.by().success().links()) {
                boolean fits = link.operationId().equals(operation.id())
                        && link.parameters().containsKey(parameter.name())
                        && link.example().map(object.example()::equals).orElse(true)
                        && (example.isEmpty()
                                || operation.body().isPresent()
                                || example.get().equals(object.example()));
                if (fits) {
                    return object.value(link.parameters().get(parameter.name()));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> fromFixtures(Operation operation, Parameter parameter, Map<String, String> known) {
        return fixtures.unused(Fixtures.name(operation, parameter), id -> {
            var all = new LinkedHashMap<>(known);
            all.put(parameter.name(), id);
            return Paths.fill(operation.path(), all);
        });
    }

    /** The ids under {@code fixtures} of that name that were there: those first that the run has not deleted. */
    public List<String> fixtures(String name) {
        return fixtures.existing(name);
    }

    private Optional<String> fromLists(Operation operation, Parameter parameter) {
        for (var list : lists.entrySet()) {
            for (Link link : list.getKey().success().links()) {
                var expression = link.parameters().get(parameter.name());
                if (link.operationId().equals(operation.id()) && expression != null) {
                    return text(JsonPointer.find(list.getValue(), expression.substring(BODY.length())));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> text(@Nullable Object id) {
        return id instanceof String || id instanceof Number
                ? Optional.of(Paths.text(id)).filter(text -> !DOTS.contains(text) && text.length() <= MAX_ID)
                : Optional.empty();
    }
}
