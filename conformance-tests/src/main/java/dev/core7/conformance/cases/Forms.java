package dev.core7.conformance.cases;

import dev.core7.conformance.exchange.Draft;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.exchange.Request;
import dev.core7.contract.Contract;
import dev.core7.contract.Json;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import dev.core7.contract.Schema;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Other legal forms of a documented request. A server that offers a form must accept and refuse it like the usual form. */
final class Forms {
    /** At the end of a text in a form. */
    private static final String RESERVED = " a+b&c=d";

    /** At the end of a text in JSON: a letter, a sign of another script, and an emoji, which has two escapes. */
    private static final String BEYOND_ASCII = " \u00e9\u6f22\ud83d\ude00";

    private static final String URL_ENCODED = "application/x-www-form-urlencoded";

    private Forms() {}

    /**
     * Another form, and the change that creates it from the documented request.
     *
     * @param isDocumented whether a documented case of the same name sends it with the right key
     */
    record Form(String name, boolean isDocumented, UnaryOperator<Draft> change) {
        Form(String name, UnaryOperator<Draft> change) {
            this(name, false, change);
        }

        boolean movesKey() {
            return name.startsWith(Purpose.OtherForm.KEY_IN);
        }

        /** Whether servers often answer the form with code of its own: another route, method or media type. */
        boolean answersOtherwise() {
            return isDocumented
                    || name.startsWith(Purpose.OtherForm.ACCEPT_ONLY)
                    || name.startsWith(Purpose.OtherForm.ALIAS)
                    || name.equals(Purpose.OtherForm.NO_SLASH)
                    || name.equals(Purpose.OtherForm.HEAD);
        }
    }

    /** The forms of an operation; none if it documents 405, because this is also the response to forms that are not offered. */
    static List<Form> of(Operation operation, Contract contract) {
        if (operation.success().status() / 100 != 2) {
            return List.of();
        }
        var forms = new ArrayList<Form>();
        forms.add(new Form(Purpose.OtherForm.NO_SLASH, Draft::withoutSlash));
        forms.addAll(aliases(operation));
        if (operation.isSafe()) {
            forms.add(new Form(Purpose.OtherForm.HEAD, draft -> draft.withMethod("HEAD")));
            forms.add(new Form(
                    Purpose.OtherForm.ACCEPT,
                    draft -> draft.withEncodedPath().withHeader("Accept", "Application/JSON;q=0.9, */*;q=0.1")));
        }
        operation
                .parameters()
                .forEach(parameter -> parameter.mediaTypes().forEach((value, type) -> {
                    if (!type.equals(MediaType.JSON)) {
                        forms.add(new Form(
                                parameter.name() + "-" + value,
                                true,
                                draft ->
                                        draft.withQuery(parameter.name(), value).withHeader("Accept", type)));
                        forms.add(new Form(
                                Purpose.OtherForm.ACCEPT_ONLY + value, draft -> draft.withHeader("Accept", type)));
                        forms.add(new Form(
                                Purpose.OtherForm.PREFERENCE,
                                draft -> draft.withHeader("Accept", type + ";q=0.1, " + MediaType.JSON + ";q=0.9")));
                    }
                }));
        operation.parameters().stream()
                .filter(parameter -> parameter.schema().keyword("x-search") != null)
                .forEach(parameter ->
                        forms.add(new Form(parameter.name(), draft -> draft.withQuery(parameter.name(), "e"))));
        if (operation.body().isPresent()) {
            if (hasScalars(operation)) {
                forms.add(new Form("urlencoded", draft -> urlencoded(draft, operation)));
            }
            forms.add(new Form("json-rewritten", draft -> rewritten(draft, operation)));
            if (operation.success().links().isEmpty()) {
                // Creates are left out, so that a run creates few objects.
                forms.add(new Form(
                        Purpose.OtherForm.CHUNKED,
                        draft -> draft.withHeader("Transfer-Encoding", "chunked")
                                .withHeader("Content-Type", "application/json;charset=UTF-8")));
            }
            if (hasUuids(operation)) {
                forms.add(new Form("upper-case-uuid", draft -> withUpperCaseUuids(draft, operation)));
            }
        }
        contract.keyPlaces().forEach((place, name) -> {
            if (place.equals("query")) {
                forms.add(
                        new Form(Purpose.OtherForm.KEY_IN + place, draft -> draft.withQuery(name, Request.KEY_PLACE)));
            } else if (operation.body().isPresent()) {
                forms.add(new Form(Purpose.OtherForm.KEY_IN + place, draft -> {
                    var fields = fields(draft.body());
                    fields.put(name, Request.KEY_PLACE);
                    return draft.withBody(Json.write(fields));
                }));
            }
        });
        return forms;
    }

    /**
     * Other names of the project or organization ({@code x-alias}). They may be those of another one, so they are sent only to read
     * lists, and to delete what the target lends, which is never sent with the right key.
     */
    private static List<Form> aliases(Operation operation) {
        boolean isHarmless = operation.isSafe() && operation.pathParameters().size() == 1
                || operation.method().equals("DELETE");
        return operation.pathParameters().stream()
                .filter(parameter -> isHarmless)
                .flatMap(parameter -> parameter.schema().text("x-alias").stream()
                        .map(alias -> new Form(
                                Purpose.OtherForm.ALIAS + parameter.name(),
                                draft -> draft.withPath(parameter.name(), alias))))
                .toList();
    }

    /** The forms of an operation whose documented response is a refusal: in these, servers may do what they should refuse. */
    static List<Form> ofRefusal(Operation operation, Contract contract) {
        var forms = new ArrayList<>(List.of(new Form(Purpose.OtherForm.NO_SLASH, Draft::withoutSlash)));
        Optional.ofNullable(contract.keyPlaces().get("query"))
                .ifPresent(name -> forms.add(new Form(
                        Purpose.OtherForm.KEY_IN + "query", draft -> draft.withQuery(name, Request.KEY_PLACE))));
        return forms;
    }

    /** Whether all values of the example are texts, numbers or booleans, because a form has no others. */
    private static boolean hasScalars(Operation operation) {
        return operation.body().orElseThrow().examples().stream()
                .limit(1)
                .allMatch(example -> example.value() instanceof Map<?, ?> fields
                        && fields.values().stream()
                                .noneMatch(value -> value == null || value instanceof Map || value instanceof List));
    }

    /** A form with characters that have a meaning in forms, and with booleans, which are texts there. */
    private static Draft urlencoded(Draft draft, Operation operation) {
        var fields = fields(draft.body());
        operation.body().orElseThrow().schema().properties().forEach((name, schema) -> {
            if (schema.flag("x-free-text")) {
                fields.computeIfPresent(name, (field, value) -> value + RESERVED);
            } else if (schema.types().equals(List.of("boolean"))
                    && !operation.unjudged().containsKey("write-" + name)) {
                fields.putIfAbsent(name, false);
            }
        });
        String form = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(String.valueOf(field.getValue())))
                .collect(Collectors.joining("&"));
        return draft.withHeader("Content-Type", URL_ENCODED).withBody(form);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static boolean hasUuids(Operation operation) {
        return operation.body().orElseThrow().schema().properties().values().stream()
                .anyMatch(Forms::isUuid);
    }

    /** Whether the values of a field are UUIDs or lists of UUIDs. */
    private static boolean isUuid(Schema schema) {
        return schema.items()
                .orElse(schema)
                .text("format")
                .filter("uuid"::equals)
                .isPresent();
    }

    /** UUIDs in upper case, which servers must accept (RFC 9562 §4). */
    private static Draft withUpperCaseUuids(Draft draft, Operation operation) {
        var fields = fields(draft.body());
        operation.body().orElseThrow().schema().properties().forEach((name, schema) -> {
            if (isUuid(schema)) {
                fields.computeIfPresent(name, (field, value) -> upperCase(value));
            }
        });
        return draft.withHeader("Content-Type", "application/json; charset=\"utf-8\"")
                .withBody(Json.write(fields));
    }

    private static Object upperCase(Object value) {
        return value instanceof List<?> ids
                ? ids.stream()
                        .map(id -> String.valueOf(id).toUpperCase(Locale.ROOT))
                        .toList()
                : String.valueOf(value).toUpperCase(Locale.ROOT);
    }

    /** A text in which all characters beyond ASCII are escapes (RFC 8259 §7); those beyond 16 bits are two escapes. */
    private static String escaped(String json) {
        var escaped = new StringBuilder();
        json.chars().forEach(c -> escaped.append(c < 0x80 ? String.valueOf((char) c) : String.format("\\u%04x", c)));
        return escaped.toString();
    }

    /**
     * Reverses the order of the members, adds spaces, writes characters beyond ASCII as escapes, changes the case of the media type
     * and adds a parameter, and accepts several media types, as many clients do.
     */
    private static Draft rewritten(Draft draft, Operation operation) {
        var all = fields(draft.body());
        operation.body().orElseThrow().schema().properties().forEach((name, schema) -> {
            if (schema.flag("x-free-text")) {
                all.computeIfPresent(name, (field, value) -> value + BEYOND_ASCII);
            }
        });
        var fields = new ArrayList<>(all.entrySet());
        var reversed = new LinkedHashMap<String, @Nullable Object>();
        for (int i = fields.size() - 1; i >= 0; i--) {
            reversed.put(fields.get(i).getKey(), fields.get(i).getValue());
        }
        return draft.withHeader("Content-Type", "Application/JSON; charset=utf-8")
                .withHeader("Accept", "application/json, text/plain, */*")
                .withBody(escaped(Json.pretty(reversed)));
    }

    private static Map<String, @Nullable Object> fields(@Nullable String body) {
        return WrongFields.fields(body);
    }
}
