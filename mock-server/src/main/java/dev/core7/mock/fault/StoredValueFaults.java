package dev.core7.mock.fault;

import dev.core7.contract.Schema;
import dev.core7.mock.handler.FaultBehavior;
import dev.core7.mock.state.OperationRole;
import dev.core7.mock.state.OperationRole.Type;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Stores another value than a request sends: special characters, offsets are lost, null is ignored. */
final class StoredValueFaults implements StateFaultFamily {
    private static final String DATE_TIME = "date-time";
    /** Changes of free text that {@link WritingFaults} contains in a similar form. */
    private static final Set<String> IN_WRITING_FAULTS =
            Set.of("markup-escaped", "lines-joined", "only-latin", "cut-at-255");

    @Override
    public void addTo(FaultCollector faults, OperationRole role) {
        boolean writes = role.type() == Type.CREATE || role.type() == Type.UPDATE;
        if (!writes || !DistortedFaults.canCreate(role.resource())) {
            return;
        }
        var operation = faults.operation();
        var requestFields =
                operation.body().map(body -> body.schema().properties()).orElse(Map.of());
        for (String field : role.resource().writable(operation)) {
            var schema = requestFields.get(field);
            if (schema != null && !operation.unjudged().containsKey("write-" + field)) {
                addField(faults, role, field, schema);
            }
        }
    }

    private static void addField(FaultCollector faults, OperationRole role, String field, Schema schema) {
        String format = schema.text("format").orElse("");
        if (schema.keyword("maxLength") instanceof Integer length) {
            faults.add(
                    "length-in-bytes",
                    field,
                    "limits " + field + " to " + length + " bytes instead of characters",
                    ValueFaults.refusing(
                            request -> bytes(ValueFaults.fields(request).get(field)) > length, field));
        }
        if (format.equals(DATE_TIME)) {
            addChange(faults, "time-mangled", field, "offset-ignored", StoredValueFaults::withoutOffset);
        } else if (format.isEmpty()
                && schema.types().contains("string")
                && schema.enumeration().isEmpty()) {
            var changes = textChanges();
            if (schema.flag("x-free-text")) {
                changes.keySet().removeAll(IN_WRITING_FAULTS);
            }
            changes.forEach((variant, change) -> addChange(faults, "text-field-mangled", field, variant, change));
        }
        if (role.type() == Type.UPDATE
                && format.equals(DATE_TIME)
                && schema.types().contains("null")) {
            faults.add(
                    "null-ignored",
                    field,
                    "ignores null for " + field,
                    StateFaultBehaviors.changingRequest((request, state) ->
                            request.fields().get(field) == null ? request.withoutField(field) : request));
        }
    }

    private static int bytes(@Nullable Object value) {
        return value instanceof String text ? text.getBytes(StandardCharsets.UTF_8).length : 0;
    }

    private static Map<String, UnaryOperator<String>> textChanges() {
        var changes = new LinkedHashMap<String, UnaryOperator<String>>();
        changes.put("lower-case", text -> text.toLowerCase(Locale.ROOT));
        changes.put("markup-escaped", text -> text.replace("<", "&lt;").replace("\"", "&quot;"));
        changes.put("entities-resolved", text -> text.replace("&quot;", "\""));
        changes.put("backslashes-dropped", text -> text.replace("\\", ""));
        changes.put("quotes-doubled", text -> text.replace("'", "''"));
        changes.put("percent-dropped", text -> text.replace("%", ""));
        changes.put("lines-joined", text -> text.replace("\n", " "));
        changes.put("only-16-bits", text -> text.replaceAll("[^\\x{0}-\\x{FFFF}]", "?"));
        changes.put("only-latin", text -> text.replaceAll("[^\\p{ASCII}\\p{IsLatin}]", ""));
        changes.put("cut-at-255", text -> text.substring(0, Math.min(text.length(), 255)));
        return changes;
    }

    private static void addChange(
            FaultCollector faults, String kind, String field, String variant, UnaryOperator<String> change) {
        faults.add(
                kind,
                field + "/" + variant,
                "changes " + field + " before it is stored: " + variant.replace('-', ' '),
                changing(field, change));
    }

    private static FaultBehavior changing(String field, UnaryOperator<String> change) {
        return StateFaultBehaviors.changingRequest((request, state) -> {
            var fields = new LinkedHashMap<String, @Nullable Object>(request.fields());
            fields.computeIfPresent(field, (name, value) -> value instanceof String text ? change.apply(text) : value);
            return request.withFields(fields);
        });
    }

    private static String withoutOffset(String time) {
        try {
            LocalDateTime local = OffsetDateTime.parse(time).toLocalDateTime();
            return local.atOffset(ZoneOffset.UTC).toString();
        } catch (DateTimeException e) {
            return time;
        }
    }
}
