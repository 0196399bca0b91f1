package dev.core7.conformance.model;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.exchange.UrlEncoded;
import dev.core7.contract.Json;
import dev.core7.contract.Operation;
import dev.core7.contract.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that may have changed an object of the run.
 *
 * @param address of the object; for a create whose response names no id, that of the list
 * @param fields what the body names; empty: nothing, or it is neither a JSON object nor a form. The values of a form are texts
 * @param opaque whether the server may have read anything from the request
 */
record Write(
        Exchange exchange,
        ObjectType type,
        String address,
        Span span,
        Map<String, @Nullable Object> fields,
        boolean opaque) {
    static Write of(Exchange exchange, ObjectType type, String address, Span span) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        boolean isObject = readBody(exchange.request(), fields);
        var sent = exchange.sent();
        boolean meant = sent.purpose().isDocumented()
                || sent.purpose().isDocumentedInOtherForm()
                || sent.purpose() instanceof Purpose.SetUp
                || sent.purpose() instanceof Purpose.TidyUp;
        boolean documented =
                meant && exchange.request().method().equals(sent.called().method());
        return new Write(exchange, type, address, span, fields, !isObject || !documented);
    }

    private static boolean readBody(Request request, Map<String, @Nullable Object> fields) {
        if (!UrlEncoded.isBodyOf(request)) {
            return readObject(request.body(), fields);
        }
        fields.putAll(UrlEncoded.fields(request));
        return true;
    }

    private static boolean readObject(@Nullable String body, Map<String, @Nullable Object> fields) {
        try {
            if (body == null || body.isEmpty()) {
                return true;
            }
            if (Json.parse(body) instanceof Map<?, ?> map) {
                map.forEach((name, value) -> fields.put(name.toString(), value));
                return true;
            }
            return false;
        } catch (Json.NotJsonException e) {
            return false;
        }
    }

    /** Whether it is unknown which value the server may have read for a field: an opaque body that contains its name. */
    boolean mayName(String field) {
        var body = exchange.request().body();
        return opaque && body != null && body.contains(field);
    }

    Operation operation() {
        return exchange.sent().called();
    }

    boolean creates() {
        return type.creates(operation());
    }

    /** Whether the body describes the object itself, not something below it such as its members. */
    boolean isAboutFields() {
        return creates() || type.isAboutOne(operation());
    }

    boolean accepted() {
        return exchange.response().status() / 100 == 2;
    }

    /** Whether the server blamed the caller: then the write must not have changed anything. */
    boolean refused() {
        return exchange.response().status() / 100 == 4;
    }

    /** Whether the server refused it because of its key, or because the object belongs to another project. */
    boolean refusedForKey() {
        var purpose = exchange.sent().purpose();
        return refused() && (purpose.isRefusalOfKey() || purpose instanceof Purpose.ForeignObject);
    }

    /** Whether no response came, so that it may still take effect. */
    boolean isUnanswered() {
        return exchange.response().status() == 0;
    }

    /** Whether it removed the object for good, or may have. */
    boolean removes() {
        return !refused() && exchange.request().method().equals("DELETE");
    }

    /** The request schema of the fields; empty: the operation takes no body. */
    Map<String, Schema> requestFields() {
        return operation().body().map(body -> body.schema().properties()).orElse(Map.of());
    }

    /** Whether what becomes of a field that is written is settled by the contract. */
    boolean isJudged(String field, Schema schema) {
        var value = fields.get(field);
        var unjudged = operation().unjudged();
        return !unjudged.containsKey("write-" + field)
                && !("".equals(value) && unjudged.containsKey("write-empty-" + field))
                && schema.violations(value).isEmpty();
    }
}
