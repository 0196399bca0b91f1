package dev.core7.mock.posthog;

import dev.core7.contract.Operation;
import dev.core7.contract.Schema;
import dev.core7.mock.http.PostHogError;
import dev.core7.mock.validation.BodyReading;
import dev.core7.mock.validation.RequestBody;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the bodies that add persons to a cohort or remove one. PostHog has no serializer for them, so its errors name no field. It
 * reads UUIDs in every form of Python.
 */
final class MemberBodies {
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{32}");

    private MemberBodies() {}

    /** Returns the field with the members; empty if the operation changes none. */
    static Optional<String> field(Operation operation) {
        if (operation.path().endsWith("}/") || !operation.method().equals("PATCH")) {
            return Optional.empty();
        }
        return properties(operation).entrySet().stream()
                .filter(entry -> entry.getValue().keyword("x-members") != null)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Map<String, Schema> properties(Operation operation) {
        return operation.body().map(body -> body.schema().properties()).orElse(Map.of());
    }

    static BodyReading read(Operation operation, String field, RequestBody body) {
        var notAnObject = Serializer.notAnObject(body);
        if (notAnObject.isPresent()) {
            return BodyReading.refused(notAnObject.get());
        }
        var fields = new LinkedHashMap<String, @Nullable Object>();
        body.names().forEach(name -> fields.put(name, body.field(name)));
        var schema = properties(operation).get(field);
        boolean isList = schema != null && schema.types().contains("array");
        var sent = fields.get(field);
        var problem = isList ? listProblem(field, sent, schema) : problem(field, sent);
        if (problem.isPresent()) {
            return new BodyReading(fields, List.of(PostHogError.invalidInput(problem.get())), Optional.empty());
        }
        fields.put(
                field,
                isList
                        ? uuids((List<?>) Objects.requireNonNull(sent))
                        : uuid(String.valueOf(sent)).orElse(""));
        return new BodyReading(fields, List.of(), Optional.empty());
    }

    private static Optional<String> listProblem(String field, @Nullable Object sent, Schema schema) {
        if (!(sent instanceof List<?> list)) {
            return Optional.of(field + " must be a list");
        }
        if (list.isEmpty()) {
            return Optional.of(field + " cannot be empty");
        }
        if (schema.keyword("maxItems") instanceof Integer max && list.size() > max) {
            return Optional.of("List size exceeds limit");
        }
        return list.stream()
                        .allMatch(item ->
                                item instanceof String text && uuid(text).isPresent())
                ? Optional.empty()
                : Optional.of(field + " must contain only UUIDs");
    }

    private static Optional<String> problem(String field, @Nullable Object sent) {
        if (sent == null || sent.equals("") || sent.equals(false) || sent.equals(0)) {
            return Optional.of(field + " is required");
        }
        if (!(sent instanceof String text)) {
            return Optional.of(field + " must be a string");
        }
        return uuid(text).isPresent() ? Optional.empty() : Optional.of(field + " must be a valid UUID");
    }

    private static List<String> uuids(List<?> texts) {
        var uuids = new ArrayList<String>();
        texts.forEach(text -> uuid(String.valueOf(text)).ifPresent(uuids::add));
        return uuids;
    }

    /** Returns a UUID in its usual form; Python ignores dashes, braces and the prefix {@code urn:uuid:}. */
    static Optional<String> uuid(String text) {
        String hex = text.toLowerCase(Locale.ROOT)
                .replace("urn:", "")
                .replace("uuid:", "")
                .replaceAll("^[{}]+|[{}]+$", "")
                .replace("-", "");
        return HEX.matcher(hex).matches()
                ? Optional.of(hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"))
                : Optional.empty();
    }
}
