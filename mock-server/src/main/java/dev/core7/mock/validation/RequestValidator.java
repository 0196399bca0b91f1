package dev.core7.mock.validation;

import dev.core7.contract.Json;
import dev.core7.contract.Operation;
import dev.core7.contract.Parameter;
import dev.core7.contract.Schema;
import dev.core7.mock.auth.Credentials;
import dev.core7.mock.http.AcceptHeader;
import dev.core7.mock.http.MockRequest;
import dev.core7.mock.http.PostHogError;
import dev.core7.mock.http.RequestUrl;
import dev.core7.mock.routing.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares the contents of requests with the contract, as strictly as configured. */
public final class RequestValidator {
    /** Limits the violations of one request, which could have a million wrong fields. */
    private static final int MAX_VIOLATIONS = 20;

    private final Validation validation;

    /** Creates a validator with the given strictness. */
    public RequestValidator(Validation validation) {
        this.validation = validation;
    }

    /** Validates a request to a path of the contract. */
    public ValidationResult validate(MockRequest request, Route route) {
        if (validation == Validation.OFF) {
            return ValidationResult.VALID;
        }
        String method = request.method();
        return route.operation(method)
                .map(operation -> validate(request, operation))
                .orElseGet(() -> new ValidationResult(
                        Optional.empty(),
                        List.of(RequestViolation.of(
                                request,
                                "method",
                                "The path does not allow " + method + ", only " + route.allow() + "."))));
    }

    /** Returns the violation of a request to a path that the contract does not have. */
    public List<RequestViolation> unknownPath(MockRequest request) {
        return validation == Validation.OFF
                ? List.of()
                : List.of(RequestViolation.of(request, "path", "The contract has no such path."));
    }

    private ValidationResult validate(MockRequest request, Operation operation) {
        if (operation.success().isError()) {
            return ValidationResult.VALID;
        }
        var violations = new ArrayList<RequestViolation>();
        var unacceptable = unacceptable(request, operation);
        unacceptable.ifPresent(error -> violations.add(RequestViolation.of(
                request,
                "header " + AcceptHeader.NAME,
                "The operation responds only with "
                        + String.join(" or ", operation.success().content().keySet()) + ".")));
        addQuery(violations, request, operation);
        var body = BodyReader.validate(operation, request);
        for (PostHogError error : body.errors()) {
            violations.add(RequestViolation.of(
                    request, error.attr() == null ? "body" : "body " + error.attr(), error.detail()));
        }
        for (String name : body.unknown().stream()
                .filter(field -> !field.equals(Credentials.PARAMETER))
                .toList()) {
            violations.add(RequestViolation.of(request, "body " + name, "The operation has no such field."));
        }
        return new ValidationResult(
                validation == Validation.ENFORCE
                        ? unacceptable.or(() -> body.errors().stream().findFirst())
                        : Optional.empty(),
                violations.size() > MAX_VIOLATIONS ? List.copyOf(violations.subList(0, MAX_VIOLATIONS)) : violations);
    }

    private static Optional<PostHogError> unacceptable(MockRequest request, Operation operation) {
        var offered = operation.success().content().keySet();
        return offered.isEmpty() || AcceptHeader.of(request).best(offered).isPresent()
                ? Optional.empty()
                : Optional.of(PostHogError.notAcceptable());
    }

    private static void addQuery(List<RequestViolation> violations, MockRequest request, Operation operation) {
        var sent = request.url().indexOf('?') < 0
                ? Map.<String, List<String>>of()
                : RequestUrl.parse(request.url()).query();
        for (Parameter parameter : operation.parameters()) {
            if (parameter.inQuery() && parameter.required() && !sent.containsKey(parameter.name())) {
                violations.add(RequestViolation.of(
                        request, "query " + parameter.name(), "The operation requires this parameter."));
            }
        }
        sent.forEach((name, values) -> {
            var parameter = operation.parameters().stream()
                    .filter(candidate -> candidate.inQuery() && candidate.name().equals(name))
                    .findFirst();
            if (parameter.isPresent()) {
                values.forEach(value -> addValue(violations, request, parameter.get(), value));
            } else if (!name.equals(Credentials.PARAMETER)) {
                violations.add(RequestViolation.of(request, "query " + name, "The operation has no such parameter."));
            }
        });
    }

    private static void addValue(
            List<RequestViolation> violations, MockRequest request, Parameter parameter, String text) {
        parameter
                .schema()
                .violations(typed(parameter.schema(), text))
                .forEach(violation -> violations.add(RequestViolation.of(
                        request,
                        "query " + parameter.name(),
                        "Expected " + violation.expected() + ", got " + violation.actual() + ".")));
    }

    /** Returns the value of a query parameter: parsed as JSON unless its schema allows a string. */
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
}
