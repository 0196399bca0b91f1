package dev.core7.mock;

import dev.core7.contract.Json;
import dev.core7.contract.Operation;
import dev.core7.contract.Parameter;
import dev.core7.contract.Schema;
import dev.core7.mock.state.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds the contents of requests to the contract, as far as it was told to. */
final class Inspector {
    /** A request can break the contract in a million fields. */
    private static final int MAX_TOLD = 20;

    private final Validation validation;

    Inspector(Validation validation) {
        this.validation = validation;
    }

    /** What is wrong with a request to a path of the contract. */
    Inspection inspect(Incoming request, Route route) {
        if (validation == Validation.OFF) {
            return Inspection.NOTHING;
        }
        String method = request.method();
        return route.operation(method)
                .map(operation -> inspect(request, operation))
                .orElseGet(() -> new Inspection(
                        Optional.empty(),
                        List.of(violation(
                                request, "method", method + " is not offered, only " + route.allow() + "."))));
    }

    /** What is wrong with a request that leads nowhere. */
    List<RequestViolation> unknownPath(Incoming request) {
        return validation == Validation.OFF
                ? List.of()
                : List.of(violation(request, "path", "The contract has no such path."));
    }

    private Inspection inspect(Incoming request, Operation operation) {
        if (operation.success().isError()) {
            return Inspection.NOTHING;
        }
        var found = new ArrayList<RequestViolation>();
        var unacceptable = unacceptable(request, operation);
        unacceptable.ifPresent(error -> found.add(violation(
                request,
                "header " + Accepted.HEADER,
                "The operation answers "
                        + String.join(" or ", operation.success().content().keySet()) + " only.")));
        addQuery(found, request, operation);
        var body = BodyReader.read(operation, request);
        for (PostHogError error : body.errors()) {
            found.add(violation(request, error.attr() == null ? "body" : "body " + error.attr(), error.detail()));
        }
        for (String name : body.unknown()) {
            found.add(violation(request, "body " + name, "The operation takes no such field."));
        }
        return new Inspection(
                validation == Validation.ENFORCE
                        ? unacceptable.or(() -> body.errors().stream().findFirst())
                        : Optional.empty(),
                found.size() > MAX_TOLD ? List.copyOf(found.subList(0, MAX_TOLD)) : found);
    }

    private static Optional<PostHogError> unacceptable(Incoming request, Operation operation) {
        var offered = operation.success().content().keySet();
        return offered.isEmpty() || Accepted.by(request).best(offered).isPresent()
                ? Optional.empty()
                : Optional.of(PostHogError.notAcceptable());
    }

    private static void addQuery(List<RequestViolation> found, Incoming request, Operation operation) {
        var sent = request.url().indexOf('?') < 0
                ? Map.<String, List<String>>of()
                : Address.parse(request.url()).query();
        for (Parameter parameter : operation.parameters()) {
            if (parameter.inQuery() && parameter.required() && !sent.containsKey(parameter.name())) {
                found.add(violation(request, "query " + parameter.name(), "The operation needs this parameter."));
            }
        }
        sent.forEach((name, values) -> {
            var parameter = operation.parameters().stream()
                    .filter(one -> one.inQuery() && one.name().equals(name))
                    .findFirst();
            if (parameter.isPresent()) {
                values.forEach(value -> addValue(found, request, parameter.get(), value));
            } else if (!name.equals(Credentials.PARAMETER)) {
                found.add(violation(request, "query " + name, "The operation takes no such parameter."));
            }
        });
    }

    private static void addValue(List<RequestViolation> found, Incoming request, Parameter parameter, String text) {
        parameter
                .schema()
                .violations(typed(parameter.schema(), text))
                .forEach(broken -> found.add(violation(
                        request,
                        "query " + parameter.name(),
                        "Expected " + broken.expected() + ", got " + broken.actual() + ".")));
    }

    /** In a query everything is text; it counts as JSON where no text is wanted. */
    private static @Nullable Object typed(Schema schema, String text) {
        if (schema.types().contains("string")) {
            return text;
        }
        try {
            return Json.parse(text);
        } catch (Json.NotJsonException e) {
            return text;
        }
    }

    static RequestViolation violation(Incoming request, String where, String detail) {
        return new RequestViolation(request.method() + " " + request.path(), where, detail);
    }
}
