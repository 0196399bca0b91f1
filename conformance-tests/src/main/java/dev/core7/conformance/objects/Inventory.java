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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The objects that a run may use: its own, the fixtures, and, only to read, items of lists. */
public final class Inventory {
    private static final String BODY = "$response.body#";

    private final Contract contract;
    private final Target target;
    private final CleanupLinks links;
    private final ObservedObjects observed;
    private final List<Created> created = new ArrayList<>();
    private final List<Created> usable = new ArrayList<>();
    private final List<Created> withLegalInput = new ArrayList<>();
    private final BadInputTargets forBadInput = new BadInputTargets();
    private final Map<Operation, Object> lists = new LinkedHashMap<>();
    private final Fixtures fixtures;

    public Inventory(Contract contract, Target target) {
        this.contract = contract;
        this.target = target;
        this.links = new CleanupLinks(contract, target);
        this.observed = new ObservedObjects(contract, target);
        this.fixtures = new Fixtures(target);
    }

    /**
     * An object that this run created.
     *
     * @param creator the operation that created it
     * @param example the request example that it was created from
     * @param responseBody the body of the response, as a plain value
     * @param mark the mark in its text; empty if its request had none
     * @param requestBody the body of the request that created it; null if unknown
     * @param address its path; empty if the response had no id
     */
    public record Created(
            Operation creator,
            String example,
            Object responseBody,
            String mark,
            @Nullable String requestBody,
            Optional<String> address) {
        /** The value of a link's runtime expression, as a path parameter. */
        Optional<String> value(String expression) {
            return Paths.id(
                    expression.startsWith(BODY)
                            ? JsonPointer.find(responseBody, expression.substring(BODY.length()))
                            : null);
        }
    }

    public Target target() {
        return target;
    }

    /** The objects created so far, oldest first. */
    public List<Created> created() {
        return List.copyOf(created);
    }

    /** Remembers the objects of an exchange: a created object, a list with ids, a deleted fixture. */
    public void remember(Exchange exchange) {
        var operation = exchange.sent().called();
        fixtures.remember(exchange);
        if (!exchange.isAcceptedCall() || exchange.sent().purpose() instanceof Purpose.TidyUp) {
            return;
        }
        try {
            if (operation.isSafe()) {
                observed.observe(exchange);
            }
            var shown = operation.success().links();
            var body = shown.isEmpty() ? null : exchange.response().json();
            if (body == null) {
                return;
            }
            var object = new Created(
                    operation,
                    exchange.sent().example().orElse(""),
                    body,
                    exchange.request().mark(),
                    exchange.request().body(),
                    links.address(operation, body));
            boolean documented = exchange.sent().purpose().isDocumented();
            boolean isUnusual = exchange.sent().purpose() instanceof Purpose.LegalInput;
            if (operation.isSafe() && documented && !isUnusual) {
                lists.put(operation, body);
            } else if (!operation.isSafe()) {
                add(object);
                // An object from a request that should have been refused is removed, but not used by other cases.
                usable.addAll(documented ? List.of(object) : List.of());
                withLegalInput.addAll(isUnusual ? List.of(object) : List.of());
                if (exchange.sent().purpose() instanceof Purpose.SetUp setUp) {
                    forBadInput.add(setUp, object);
                }
            }
        } catch (Json.NotJsonException e) {
            // A response that is not JSON identifies no object; the check of the body reports it.
        }
    }

    private void add(Created object) {
        created.add(object);
        var markPrefix = RunMarks.findPrefix(object.mark());
        object.address()
                .filter(address -> markPrefix.isPresent())
                .ifPresent(address -> observed.expect(object.creator(), address, markPrefix.get()));
    }

    /** Adds an object from a list that shows it with the mark of the run, but that its create did not identify. */
    public void addFromList(Operation creator, Object item, String mark) {
        var address = links.address(creator, item);
        created.add(new Created(creator, "", item, mark, null, address));
        address.ifPresent(path -> observed.confirm(creator, path));
    }

    /** Whether the run created an object by a request with that mark. */
    public boolean hasCreated(String mark) {
        return created.stream().anyMatch(object -> object.mark().equals(mark));
    }

    /** The object that the response to a create identifies; empty if it has no id, or the request had no mark. */
    public Optional<IdentifiedObject> identified(Exchange create) {
        try {
            return links.address(create.sent().called(), create.response().json())
                    .flatMap(address -> observed.at(address)
                            .map(observation -> new IdentifiedObject(
                                    address,
                                    observation.shown() == Recognition.OURS,
                                    observation.by().filter(by -> observation.shown() == Recognition.ANOTHER))));
        } catch (Json.NotJsonException e) {
            return Optional.empty();
        }
    }

    /** How responses have shown a created object; empty if it is not observed. */
    Optional<ObservedObjects.Observation> observation(Created object) {
        return object.address().flatMap(observed::at);
    }

    /** Whether a response has shown a created object with the run's mark, so that the run may write to it. */
    boolean isConfirmed(Created object) {
        return isRecognizedAs(object, Recognition.OURS);
    }

    private boolean isRecognizedAs(Created object, Recognition how) {
        return observation(object).stream().anyMatch(seen -> seen.shown() == how);
    }

    /** Whether a request may create an object. */
    public boolean creates(Operation called, Request request) {
        return !called.isSafe()
                && request.method().equals(called.method())
                && called.success().links().stream().anyMatch(Link::cleanup);
    }

    /** The object that was created for the bad input of an operation, or of operations like it. */
    public Optional<Created> objectForBadInput(Operation operation) {
        return forBadInput.of(operation);
    }

    /** Whether the run created an object with that id through an operation whose path is a prefix of {@code operation}'s. */
    public boolean isOwn(Operation operation, @Nullable Object id) {
        return Paths.id(id).isPresent()
                && created.stream()
                        .filter(c -> operation.path().startsWith(c.creator().path())
                                && !isRecognizedAs(c, Recognition.ANOTHER))
                        .anyMatch(c -> c.value(BODY + "/id").equals(Paths.id(id)));
    }

    /**
     * The path parameters for a case. Cases with bad input, and those that look for its effects, use an object of their own if
     * one was created.
     *
     * @param needed the fields with which the run must have created the object; if there are none, fixtures are used too
     */
    public Parameters parameters(Case sent, Map<String, @Nullable Object> needed) {
        var operation = sent.called();
        boolean bad = sent.purpose() instanceof Purpose.BadInput || sent.name().equals(Purpose.ReadBack.OF_BAD_INPUT);
        var ownObject = bad ? objectForBadInput(sent.operation()) : Optional.<Created>empty();
        var objects = ownObject.map(List::of).orElseGet(() -> candidates(sent));
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
                                : "the contract allows this request only to objects with " + Json.write(needed)
                                        + ", and the run created none: see the"
                                        + " results of the operation that creates them");
            }
            values.put(parameter.name(), value.get());
        }
        return new Parameters(values, "");
    }

    /**
     * The objects that a case may use. Bystanders are looked at last. Legal input goes to objects created with legal input.
     */
    private List<Created> candidates(Case sent) {
        if (sent.purpose() instanceof Purpose.LegalInput legal && !sent.called().isSafe()) {
            var objects = new ArrayList<>(withLegalInput);
            Collections.rotate(objects, -legal.number());
            return Stream.concat(objects.stream(), usable.stream()).toList();
        }
        if (sent.name().startsWith(Purpose.LastLook.OF_LEGAL_INPUT)) {
            return withLegalInput;
        }
        boolean isBystander = sent.purpose() instanceof Purpose.LastLook
                && !sent.called().path().matches(".*}/?");
        return isBystander
                ? Stream.concat(forBadInput.all().stream(), usable.stream()).toList()
                : usable;
    }

    /** Path parameters by name, or the reason why they are missing. */
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
        boolean hasBody = operation.body().isPresent();
        for (Created object : objects) {
            if (isRecognizedAs(object, Recognition.ANOTHER)
                    || !FieldPreconditions.holds(needed, object.requestBody())) {
                continue;
            }
            for (Link link : object.creator().success().links()) {
                boolean fits = link.operationId().equals(operation.id())
                        && link.parameters().containsKey(parameter.name())
                        && link.example().map(object.example()::equals).orElse(true)
                        && (hasBody || example.map(object.example()::equals).orElse(true));
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

    /** The ids under {@code fixtures} of that name without those that returned 404 to a DELETE; ids that the run deleted come last. */
    public List<String> fixtures(String name) {
        return fixtures.undeletedFirst(name);
    }

    private Optional<String> fromLists(Operation operation, Parameter parameter) {
        for (var list : lists.entrySet()) {
            for (Link link : list.getKey().success().links()) {
                var expression = link.parameters().get(parameter.name());
                if (link.operationId().equals(operation.id()) && expression != null) {
                    return Paths.id(JsonPointer.find(list.getValue(), expression.substring(BODY.length())));
                }
            }
        }
        return Optional.empty();
    }
}
