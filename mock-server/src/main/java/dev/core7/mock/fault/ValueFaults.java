package dev.core7.mock.fault;

import dev.core7.contract.Contract;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import dev.core7.contract.Parameter;
import dev.core7.contract.Schema;
import dev.core7.mock.handler.FaultBehavior;
import dev.core7.mock.handler.RequestContext;
import dev.core7.mock.http.PostHogError;
import dev.core7.mock.http.Refusal;
import dev.core7.mock.http.Refusal.Reason;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Refuses a legal value, accepts a nested field of the wrong type, or responds with 500 to unusual input. */
final class ValueFaults implements FaultFamily {
    private static final BigDecimal MAX_32_BITS = BigDecimal.valueOf(Integer.MAX_VALUE);
    private static final Set<Reason> OF_VALUES = EnumSet.of(Reason.BAD_INPUT, Reason.UNKNOWN_OBJECT);

    @Override
    public void addTo(FaultCollector faults, Contract contract) {
        var operation = faults.operation();
        if (operation.success().isError()) {
            return;
        }
        operation.body().ifPresent(body -> {
            body.schema().properties().forEach((name, field) -> addField(faults, name, field));
            addBody(faults, body);
        });
        if (operation.isSafe()) {
            addParameters(faults);
        }
    }

    private static void addField(FaultCollector faults, String name, Schema field) {
        boolean isVaried = field.text("x-never-send").isEmpty()
                && !faults.operation().unjudged().containsKey("legal-" + name);
        var values = legal(field);
        values.stream()
                .filter(value -> isVaried && value != null)
                .forEach(value -> faults.add(
                        "legal-value-refused",
                        name + "/" + value,
                        "refuses " + name + "=" + value,
                        refusing(request -> value.equals(fields(request).get(name)), name)));
        boolean isNullSent = field.keyword("x-legal-values") == null || values.contains(null);
        if (isVaried && isNullSent && field.types().contains("null") && !field.flag("x-free-text")) {
            faults.add(
                    "legal-value-refused",
                    name + "/null",
                    "refuses null for " + name,
                    refusing(
                            request -> fields(request).containsKey(name)
                                    && fields(request).get(name) == null,
                            name));
        }
        if (isVaried && field.types().contains("integer") && !isUnjudged(faults, "bad-field-" + name + "-huge")) {
            faults.add(
                    "unusual-number-500",
                    name,
                    "responds with 500 to a " + name + " beyond 32 bits",
                    failing(request -> isHuge(fields(request).get(name))));
        }
        if (field.types().contains("object") && field.text("x-never-send").isEmpty()) {
            faults.add(
                    "nested-bad-input-accepted",
                    name,
                    "accepts every object for " + name,
                    FaultBehaviors.accepting(
                            Reason.BAD_INPUT, request -> fields(request).get(name) instanceof Map));
        }
    }

    /** Returns the values of an enumeration that clients may certainly send. */
    private static List<?> legal(Schema field) {
        return field.keyword("x-legal-values") instanceof List<?> values
                ? values.stream()
                        .filter(value -> !(value instanceof Map || value instanceof List))
                        .toList()
                : field.enumeration();
    }

    private static void addBody(FaultCollector faults, MediaType body) {
        if (!isUnjudged(faults, "body-array")) {
            faults.add(
                    "unusual-body-500",
                    "array",
                    "responds with 500 to a JSON array",
                    failing(request -> JsonEdit.parse(request.body()) instanceof List));
        }
        if (!isUnjudged(faults, "body-scalar")) {
            faults.add(
                    "unusual-body-500",
                    "scalar",
                    "responds with 500 to a JSON string",
                    failing(request -> JsonEdit.parse(request.body()) instanceof String));
        }
        faults.add(
                "unusual-body-500",
                "not-utf-8",
                "responds with 500 to a body that is not UTF-8",
                failing(request -> request.body().contains("\uFFFD")));
    }

    private static void addParameters(FaultCollector faults) {
        var operation = faults.operation();
        faults.add(
                "unusual-parameter-500",
                "unknown",
                "responds with 500 to an unknown query parameter",
                failing(request ->
                        request.url().query().keySet().stream().anyMatch(name -> isUnknown(operation, name))));
        for (Parameter parameter : operation.parameters()) {
            String name = parameter.name();
            if (parameter.inQuery() && parameter.mediaTypes().isEmpty()) {
                parameter
                        .schema()
                        .enumeration()
                        .forEach(value -> faults.add(
                                "legal-value-refused",
                                name + "/" + value,
                                "refuses " + name + "=" + value,
                                refusing(request -> request.url().value(name).equals(value), name)));
                if (parameter.schema().types().contains("integer")
                        && !isUnjudged(faults, "bad-parameter-" + name + "-negative")) {
                    faults.add(
                            "unusual-parameter-500",
                            name,
                            "responds with 500 to a negative " + name,
                            failing(request -> request.url().value(name).startsWith("-")));
                }
            } else if (parameter.inPath() && parameter.schema().types().contains("integer")) {
                faults.add(
                        "unusual-number-500",
                        name,
                        "responds with 500 to an id beyond 32 bits",
                        failing(request ->
                                request.values().getOrDefault(name, "").matches("\\d{10,}")));
            }
        }
    }

    private static boolean isUnknown(Operation operation, String name) {
        return !name.equals("personal_api_key")
                && operation.parameters().stream()
                        .noneMatch(parameter ->
                                parameter.inQuery() && parameter.name().equals(name));
    }

    private static boolean isUnjudged(FaultCollector faults, String name) {
        return faults.operation().unjudged().containsKey(name);
    }

    private static boolean isHuge(@Nullable Object value) {
        return value instanceof Number number && new BigDecimal(number.toString()).compareTo(MAX_32_BITS) > 0;
    }

    static Map<?, ?> fields(RequestContext request) {
        return JsonEdit.parse(request.body()) instanceof Map<?, ?> fields ? fields : Map.of();
    }

    /** Refuses requests whose key permits them because of a field. */
    static FaultBehavior refusing(Predicate<RequestContext> concerned, String attr) {
        var error = PostHogError.invalid("invalid_choice", "This value is not a valid choice.", attr);
        return deciding(concerned, Refusal.of(Reason.BAD_INPUT, error));
    }

    private static FaultBehavior failing(Predicate<RequestContext> concerned) {
        return deciding(concerned, new Refusal(Reason.BAD_INPUT, FaultBehaviors.serverError()));
    }

    /** Decides about requests whose key permits them. */
    private static FaultBehavior deciding(Predicate<RequestContext> concerned, Refusal refusal) {
        return new FaultBehavior() {
            @Override
            public Optional<Refusal> decideRefusal(RequestContext request, Optional<Refusal> decision) {
                boolean isOpen =
                        decision.map(Refusal::reason).map(OF_VALUES::contains).orElse(true);
                return isOpen && concerned.test(request) ? Optional.of(refusal) : decision;
            }
        };
    }
}
