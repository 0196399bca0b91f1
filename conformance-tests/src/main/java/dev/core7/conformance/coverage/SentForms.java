package dev.core7.conformance.coverage;

import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.exchange.UrlEncoded;
import dev.core7.contract.Json;
import dev.core7.contract.Operation;
import dev.core7.contract.Parameter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a request contains of its operation. */
final class SentForms {
    private final Operation operation;
    private final Request request;
    private final Sink sink;

    /** Receives each item and its form. */
    interface Sink {
        void add(Item.Kind kind, String name, String form);
    }

    SentForms(Operation operation, Request request, Sink sink) {
        this.operation = operation;
        this.request = request;
        this.sink = sink;
    }

    void collect() {
        var query = UrlEncoded.query(request.path());
        for (Parameter parameter : operation.parameters()) {
            parameter(parameter, value(parameter, query));
        }
        operation.body().filter(body -> request.body() != null).ifPresent(body -> {
            sink.add(Item.Kind.REQUEST_TYPE, mediaType(), Usage.VALUE);
            Fields.forms(body.schema(), content(), (name, form) -> sink.add(Item.Kind.REQUEST_FIELD, name, form));
        });
    }

    private void parameter(Parameter parameter, Optional<String> value) {
        var name = parameter.name();
        sink.add(Item.Kind.PARAMETER, name, value.isPresent() ? Usage.VALUE : Usage.ABSENT);
        value.ifPresent(text -> parameter.schema().enumeration().stream()
                .filter(one -> text.equals(String.valueOf(one)))
                .forEach(one -> sink.add(Item.Kind.PARAMETER, name, Usage.listed(one))));
    }

    private Optional<String> value(Parameter parameter, Map<String, String> query) {
        if (parameter.inQuery()) {
            return Optional.ofNullable(query.get(parameter.name()));
        }
        if (parameter.inPath()) {
            return Optional.of("");
        }
        return request.headers().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(parameter.name()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private String mediaType() {
        return request.headers().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("Content-Type"))
                .map(header -> header.getValue().split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("");
    }

    private @Nullable Object content() {
        if (mediaType().contains("urlencoded")) {
            return UrlEncoded.fieldsOf(String.valueOf(request.body()));
        }
        try {
            return Json.parse(String.valueOf(request.body()));
        } catch (Json.NotJsonException e) {
            return null;
        }
    }

    /** Returns the request in one line. */
    static String line(Request request) {
        return request.method() + " " + request.path();
    }
}
