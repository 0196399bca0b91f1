package dev.core7.mock.validation;

import dev.core7.contract.Json;
import dev.core7.contract.Operation;
import dev.core7.contract.Parameter;
import dev.core7.contract.Schema;
import dev.core7.contract.Violation;
import dev.core7.mock.auth.Credentials;
import dev.core7.mock.http.MockRequest;
import dev.core7.mock.http.PostHogError;
import dev.core7.mock.http.RequestUrl;
import dev.core7.mock.routing.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares the contents of requests with the contract, as strictly as configured, and as the dialect reads them. */
public final class RequestValidator {
    /** Limits the violations of one request, which could have a million wrong fields. */
    private static final int MAX_VIOLATIONS = 20;

    private final Validation validation;
    private final Dialect dialect;
    private final AllowedFields allowed;

    /** Creates a validator for a contract without a dialect. */
    public RequestValidator(Validation validation) {
        this(validation, Dialect.standard(), new AllowedFields());
    }

    /** @param allowed the fields that are no violation although the contract does not have them */
    public RequestValidator(Validation validation, Dialect dialect, AllowedFields allowed) {
        this.validation = validation;
        this.dialect = dialect;
        this.allowed = allowed;
    }

    /** Returns the habits of the server beyond the contract. */
    public Dialect dialect() {
        return dialect;
    }

    /** Returns the error that takes precedence over a missing or wrong key. */
    public Optional<PostHogError> beforeKey(MockRequest request, Route route) {
        return validation == Validation.ENFORCE ? dialect.beforeKey(request, route) : Optional.empty();
    }

    /**
     * Validates a request to a path of the contract.
     *
     * @param stored the stored objects on which the result may depend
     */
    public ValidationResult validate(MockRequest request, Route route, StoredFields stored) {
        var operation = route.operation(request.method());
        if (operation.isPresent()) {
            return validate(request, operation.get(), stored);
        }
        return validation == Validation.OFF
                ? ValidationResult.VALID
                : new ValidationResult(
                        Optional.empty(),
                        List.of(RequestViolation.refused(
                                request,
                                "method",
                                "The path does not allow " + request.method() + ", only " + route.allow() + ".")),
                        Map.of());
    }

    /** Returns the violation of a request to a path that the contract does not have. */
    public List<RequestViolation> unknownPath(MockRequest request) {
        return validation == Validation.OFF
                ? List.of()
                : List.of(RequestViolation.refused(request, "path", "The contract has no such path."));
    }

    private ValidationResult validate(MockRequest request, Operation operation, StoredFields stored) {
        if (operation.success().isError()) {
            return ValidationResult.VALID;
        }
        var reading = BodyReading.EMPTY;
        var violations = new ArrayList<RequestViolation>();
        var errors = new ArrayList<PostHogError>();
        if (validation != Validation.OFF) {
            dialect.notAcceptable(request, operation).ifPresent(part -> add(part, request, violations, errors));
            addQuery(violations, errors, request, operation);
        }
        if (operation.body().isPresent()) {
            var body = RequestBody.of(request);
            reading = body.error().map(BodyReading::refused).orElseGet(() -> dialect.read(operation, body, stored));
            if (validation != Validation.OFF) {
                addBody(violations, request, operation, body, reading);
            }
            errors.addAll(reading.errors());
            reading.conflict().ifPresent(errors::add);
        }
        return new ValidationResult(
                validation == Validation.ENFORCE ? errors.stream().findFirst() : Optional.empty(),
                violations.size() > MAX_VIOLATIONS ? violations.subList(0, MAX_VIOLATIONS) : violations,
                reading.fields());
    }

    private static void add(
            RefusedPart part, MockRequest request, List<RequestViolation> violations, List<PostHogError> errors) {
        violations.add(RequestViolation.refused(request, part.where(), part.detail()));
        errors.add(part.error());
    }

    private void addBody(
            List<RequestViolation> violations,
            MockRequest request,
            Operation operation,
            RequestBody body,
            BodyReading reading) {
        var media = operation.body().orElseThrow();
        for (PostHogError error : reading.errors()) {
            violations.add(RequestViolation.refused(
                    request, error.attr() == null ? "body" : "body " + error.attr(), error.detail()));
        }
        if (body.kind() == RequestBody.Kind.NONE) {
            if (media.required() && reading.errors().isEmpty()) {
                violations.add(RequestViolation.tolerated(request, "body", "The operation needs one."));
            }
            return;
        }
        var known = media.schema().properties();
        var names = body.names();
        known.forEach((name, schema) -> {
            if (names.contains(name) && reading.accepts(name)) {
                addTolerated(
                        violations,
                        request,
                        "body " + name,
                        schema,
                        body.isForm() ? reading.fields().get(name) : body.field(name));
            }
        });
        var more = allowed.of(operation.id());
        names.stream()
                .filter(name -> !known.containsKey(name) && !name.equals(Credentials.PARAMETER) && !more.contains(name))
                .limit(MAX_VIOLATIONS)
                .forEach(name -> violations.add(
                        RequestViolation.tolerated(request, "body " + name, "The operation has no such field.")));
    }

    private void addQuery(
            List<RequestViolation> violations, List<PostHogError> errors, MockRequest request, Operation operation) {
        var url = request.url().indexOf('?') < 0 ? null : RequestUrl.parse(request.url());
        var sent = url == null ? Map.<String, List<String>>of() : url.query();
        for (Parameter parameter : operation.parameters()) {
            if (parameter.inQuery() && parameter.required() && !sent.containsKey(parameter.name())) {
                violations.add(RequestViolation.tolerated(
                        request, "query " + parameter.name(), "The operation requires this parameter."));
            }
        }
        if (url == null) {
            return;
        }
        var refused = dialect.refusedParameters(operation, url);
        refused.forEach(part -> add(part, request, violations, errors));
        sent.forEach((name, values) -> {
            var parameter = operation.parameters().stream()
                    .filter(candidate -> candidate.inQuery() && candidate.name().equals(name))
                    .findFirst();
            if (refused.stream().anyMatch(part -> part.where().equals("query " + name))) {
                return;
            }
            if (parameter.isPresent()) {
                values.forEach(value -> addTolerated(
                        violations,
                        request,
                        "query " + name,
                        parameter.get().schema(),
                        typed(parameter.get().schema(), value)));
            } else if (!name.equals(Credentials.PARAMETER)) {
                violations.add(
                        RequestViolation.tolerated(request, "query " + name, "The operation has no such parameter."));
            }
        });
    }

    /** Adds the violations of a schema by a value that the server accepts nevertheless. */
    private static void addTolerated(
            List<RequestViolation> violations,
            MockRequest request,
            String where,
            Schema schema,
            @Nullable Object value) {
        for (Violation violation : schema.violations(value)) {
            violations.add(RequestViolation.tolerated(
                    request,
                    where + violation.where().replace("/", "__"),
                    "Expected " + violation.expected() + ", got " + violation.actual() + "."));
        }
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
