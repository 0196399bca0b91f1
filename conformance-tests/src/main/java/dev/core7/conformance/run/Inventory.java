package dev.core7.conformance.run;

import dev.core7.contract.Contract;
import dev.core7.contract.Json;
import dev.core7.contract.JsonPointer;
import dev.core7.contract.Link;
import dev.core7.contract.Operation;
import dev.core7.contract.Parameter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
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

    private static final String BODY = "$response.body#";
    private static final int NOT_FOUND = 404;

    private final Contract contract;
    private final Target target;
    private final List<Created> created = new ArrayList<>();
    private final List<Created> made = new ArrayList<>();
    private final Map<String, Created> spares = new HashMap<>();
    private final Map<Operation, Object> lists = new LinkedHashMap<>();
    private final Set<String> usedUp = new HashSet<>();

    Inventory(Contract contract, Target target) {
        this.contract = contract;
        this.target = target;
    }

    /**
     * An object that this run created.
     *
     * @param by the operation that created it
     * @param example the request example it was created from
     * @param answer the body of the answer, as a plain value
     * @param request what was sent
     */
    public record Created(Operation by, String example, Object answer, Request request) {
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
    void remember(Exchange exchange) {
        var operation = exchange.sent().called();
        int status = exchange.response().status();
        boolean isGone = status / 100 == 2 || status == NOT_FOUND;
        if (operation.method().equals("DELETE") && exchange.request().method().equals("DELETE") && isGone) {
            usedUp.add(exchange.request().path());
        }
        if (!exchange.shows() || exchange.sent().purpose() instanceof Purpose.TidyUp) {
            return;
        }
        if (operation.success().links().isEmpty()) {
            return;
        }
        try {
            var body = exchange.response().json();
            if (body == null) {
                return;
            }
            var object = new Created(operation, exchange.sent().example().orElse(""), body, exchange.request());
            boolean meant = exchange.sent().purpose().isDocumented();
            if (operation.isSafe() && meant) {
                lists.put(operation, body);
            } else if (!operation.isSafe()) {
                created.add(object);
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

    /** Whether a request may create an object. */
    boolean creates(Operation called, Request request) {
        return !called.isSafe()
                && request.method().equals(called.method())
                && called.success().links().stream().anyMatch(Link::cleanup);
    }

    /** Whether an object was created for the bad input of an operation. */
    boolean hasSpare(Operation operation) {
        return spares.containsKey(operation.id());
    }

    /** Whether the run created an object of that id through the operations at or below {@code path}. */
    boolean isOwn(Operation operation, @Nullable Object id) {
        return text(id).isPresent()
                && created.stream()
                        .filter(c -> operation.path().startsWith(c.by().path()))
                        .anyMatch(c -> c.value(BODY + "/id").equals(text(id)));
    }

    /** The path parameters for a case; what writes or looks for bad input has an object of its own, if one was created. */
    Parameters parameters(Case sent) {
        boolean bad = sent.purpose() instanceof Purpose.BadInput || sent.name().equals(Purpose.ReadBack.OF_BAD_INPUT);
        var spare = Optional.ofNullable(spares.get(sent.operation().id())).filter(object -> bad);
        return parameters(sent.called(), sent.example(), spare.map(List::of).orElse(made));
    }

    /**
     * The path parameters for an operation.
     *
     * @param example the request example of the object that is wanted; empty: any
     */
    Parameters parameters(Operation operation, Optional<String> example) {
        return parameters(operation, example, made);
    }

    private Parameters parameters(Operation operation, Optional<String> example, List<Created> objects) {
        var values = new LinkedHashMap<String, String>();
        for (Parameter parameter : operation.pathParameters()) {
            var given = target.parameters().get(parameter.name());
            var value = given != null
                    ? Optional.of(given)
                    : fromCreated(objects, operation, parameter, example)
                            .or(() -> fromFixtures(operation, parameter, values))
                            .or(() -> operation.isSafe() ? fromLists(operation, parameter) : Optional.empty());
            if (value.isEmpty()) {
                return new Parameters(Map.of(), missing(operation, parameter));
            }
            values.put(parameter.name(), value.get());
        }
        return new Parameters(values, "");
    }

    /** Path parameters by name, or what is missing for them. */
    record Parameters(Map<String, String> values, String missing) {}

    private static Optional<String> fromCreated(
            List<Created> objects, Operation operation, Parameter parameter, Optional<String> example) {
        for (Created object : objects) {
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
        return target.fixtures().getOrDefault(fixture(operation, parameter), List.of()).stream()
                .filter(id -> !usedUp.contains(Paths.fill(operation.path(), with(known, parameter.name(), id))))
                .findFirst();
    }

    /** The ids under {@code fixtures} of that name, those that are not used up first. */
    List<String> fixtures(String name) {
        return target.fixtures().getOrDefault(name, List.of()).stream()
                .sorted(Comparator.comparing(this::isUsedUp))
                .toList();
    }

    private boolean isUsedUp(String id) {
        return usedUp.stream().anyMatch(path -> path.endsWith("/" + id + "/"));
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

    private String missing(Operation operation, Parameter parameter) {
        var name = fixture(operation, parameter);
        var creators = contract.operations().stream()
                .filter(o -> !o.isSafe())
                .filter(o -> o.success().links().stream()
                        .anyMatch(l -> l.operationId().equals(operation.id())))
                .map(Operation::id)
                .toList();
        return "no object to call it with: "
                + (creators.isEmpty() ? "" : "none was created by " + String.join(" or ", creators) + "; ")
                + "give ids under fixtures." + name + " in the target file";
    }

    /** The name under {@code fixtures}: what the contract says, else the path segment that lists the objects. */
    static String fixture(Operation operation, Parameter parameter) {
        return parameter
                .fixture()
                .orElseGet(() -> operation
                        .path()
                        .replaceFirst("/\\{" + parameter.name() + "}.*", "")
                        .replaceFirst(".*/", ""));
    }

    private static Map<String, String> with(Map<String, String> known, String name, String value) {
        var all = new LinkedHashMap<>(known);
        all.put(name, value);
        return all;
    }

    private static Optional<String> text(@Nullable Object id) {
        return id instanceof String || id instanceof Number
                ? Optional.of(Paths.text(id)).filter(text -> !DOTS.contains(text))
                : Optional.empty();
    }
}
