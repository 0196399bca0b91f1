package dev.core7.conformance.checks;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.exchange.UrlEncoded;
import dev.core7.conformance.result.Finding;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.spi.Evidence;
import dev.core7.contract.Json;
import dev.core7.contract.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Requires the usual response to other legal forms of a request; to HEAD the headers of GET without a body (RFC 9110 §9.3.2). */
@AutoService(Check.class)
public final class OtherFormSame implements Check {
    private static final int FORBIDDEN = 403;
    private static final int NOT_ACCEPTABLE = 406;

    /** Forms that RFC 8259 §7, RFC 9112 §7.1 and RFC 9562 §4 require every reader of JSON, HTTP/1.1 and UUIDs to read. */
    private static final Set<String> MUST_BE_READ =
            Set.of("json-rewritten", "upper-case-uuid", Purpose.OtherForm.CHUNKED);

    /** What a server returns that misreads a form. */
    private static final Set<Integer> REFUSALS = Set.of(400, 404, 422);

    private static final int UNSUPPORTED = 415;

    @Override
    public String id() {
        return "other-form-same";
    }

    @Override
    public Level level() {
        return Level.SHOULD;
    }

    @Override
    public String clause(Case sent) {
        return "the form " + ((Purpose.OtherForm) sent.purpose()).form() + " gets the same response as the usual one";
    }

    @Override
    public boolean concerns(Case sent) {
        return sent.purpose() instanceof Purpose.OtherForm other
                && other.plain().isDocumented()
                && !(other.movesKey() && sent.operation().success().isError());
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        var response = exchange.response();
        var usual = evidence.twin(exchange.sent());
        if (response.status() == FORBIDDEN
                && usual.isPresent()
                && !isHead(exchange)
                && !movesKey(exchange)
                && !isAlias(exchange)) {
            return Outcome.of(List.of(new Finding(
                    "status",
                    usual.get().response().status() + ", because the key may send the usual form",
                    String.valueOf(FORBIDDEN))));
        }
        if (response.status() == NOT_ACCEPTABLE && usual.isPresent() && acceptsJson(exchange)) {
            return Outcome.failed(
                    "status",
                    usual.get().response().status() + ", because the header Accept allows " + MediaType.JSON
                            + " (RFC 9110 §12.5.1)",
                    String.valueOf(NOT_ACCEPTABLE));
        }
        if (response.status() == UNSUPPORTED && usual.isPresent() && MUST_BE_READ.contains(form(exchange))) {
            return Outcome.failed(
                    "status",
                    usual.get().response().status() + ", because "
                            + exchange.request().headers().get("Content-Type") + " is the media type " + MediaType.JSON
                            + " (RFC 9110 §8.3.1, RFC 8259 §11)",
                    String.valueOf(UNSUPPORTED));
        }
        if (form(exchange).equals(Purpose.OtherForm.ACCEPT)
                && REFUSALS.contains(response.status())
                && usual.isPresent()
                && exchange.request().path().contains("%")) {
            return Outcome.failed(
                    "status",
                    usual.get().response().status() + ", because percent-encoded letters and digits"
                            + " do not change a path (RFC 3986 §6.2.2.2)",
                    String.valueOf(response.status()));
        }
        if (MUST_BE_READ.contains(form(exchange)) && REFUSALS.contains(response.status()) && usual.isPresent()) {
            return Outcome.failed(
                    "status",
                    usual.get().response().status() + ", because it is the same request in another notation",
                    String.valueOf(response.status()));
        }
        if (!exchange.accepted() && usual.isPresent() && isExpected(exchange)) {
            return Outcome.failed(
                    "status",
                    usual.get().response().status() + ", as for the usual form, because "
                            + (isHead(exchange)
                                    ? "servers support HEAD wherever they support GET (RFC 9110 §9.1)"
                                    : "the page writes paths with and without the slash at the end"),
                    String.valueOf(response.status()));
        }
        if (!exchange.accepted()) {
            return new Outcome.NotApplicable(
                    "the server does not offer this form: it returns status " + response.status());
        }
        if (usual.isEmpty()) {
            return new Outcome.NotApplicable("the usual form was not accepted");
        }
        if (isHead(exchange)) {
            return head(exchange, usual.get(), evidence);
        }
        var changed = changedTexts(exchange);
        if (!changed.isEmpty()) {
            return Outcome.of(changed);
        }
        if (form(exchange).equals(Purpose.OtherForm.PREFERENCE)
                && usual.get().response().mediaType().equals(MediaType.JSON)
                && !response.mediaType().equals(MediaType.JSON)) {
            return Outcome.failed(
                    "header Content-Type",
                    MediaType.JSON + ", because the header Accept prefers it (RFC 9110 §12.4.2)",
                    response.mediaType());
        }
        return isOffered(exchange, evidence)
                ? body(exchange, usual.get(), evidence)
                : new Outcome.NotApplicable("the server does not offer this form: it returns " + response.mediaType());
    }

    private static String form(Exchange exchange) {
        return ((Purpose.OtherForm) exchange.sent().purpose()).form();
    }

    /** Whether every server should offer this form. */
    private static boolean isExpected(Exchange exchange) {
        return isHead(exchange) || form(exchange).equals(Purpose.OtherForm.NO_SLASH);
    }

    private static boolean acceptsJson(Exchange exchange) {
        return exchange.request()
                .headers()
                .getOrDefault("Accept", "")
                .toLowerCase(Locale.ROOT)
                .contains(MediaType.JSON);
    }

    /** The texts for people that the response to a write shows otherwise than the request sent them. */
    private static List<Finding> changedTexts(Exchange exchange) {
        var findings = new ArrayList<Finding>();
        var shown = exchange.acceptedObject().<Map<?, ?>>map(object -> object).orElse(Map.of());
        var sent = UrlEncoded.isBodyOf(exchange.request())
                ? UrlEncoded.fields(exchange.request())
                : fields(exchange.request().body());
        exchange.sent()
                .called()
                .body()
                .ifPresent(body -> body.schema().properties().forEach((name, schema) -> {
                    if (schema.flag("x-free-text")
                            && sent.get(name) instanceof String text
                            && shown.get(name) instanceof String other
                            && !text.equals(other)) {
                        findings.add(new Finding("/" + name, text + ", as in the request", other));
                    }
                }));
        return findings;
    }

    private static Map<?, ?> fields(@Nullable String json) {
        try {
            return json != null && Json.parse(json) instanceof Map<?, ?> fields ? fields : Map.of();
        } catch (Json.NotJsonException e) {
            return Map.of();
        }
    }

    private static boolean isAlias(Exchange exchange) {
        return ((Purpose.OtherForm) exchange.sent().purpose()).isAlias();
    }

    private static boolean movesKey(Exchange exchange) {
        return exchange.request().hasKeyPlace();
    }

    private static Outcome head(Exchange exchange, Exchange usual, Evidence evidence) {
        var response = exchange.response();
        String type = usual.response().mediaType();
        if (response.mediaType().isEmpty()) {
            return new Outcome.NotApplicable(
                    "the response to HEAD has no Content-Type header, which a server may leave out (RFC 9110 §9.3.2)");
        }
        var findings = new ArrayList<Finding>();
        if (!response.mediaType().equals(type)) {
            findings.add(new Finding("header Content-Type", type, response.mediaType()));
        }
        if (!response.isEmpty()) {
            findings.add(new Finding("body", "no body", Bodies.excerpt(response)));
        }
        length(exchange, evidence).ifPresent(findings::add);
        return Outcome.of(findings);
    }

    /**
     * Compares the Content-Length of HEAD with that of GET (RFC 9110 §8.6). The object may have changed by itself, so it is judged only
     * if the GET requests before and after it agree.
     */
    private static Optional<Finding> length(Exchange head, Evidence evidence) {
        var all = evidence.exchanges();
        int at = all.indexOf(head);
        var before = all.subList(0, at).stream()
                .filter(other -> isSameGet(other, head))
                .reduce((first, second) -> second)
                .flatMap(OtherFormSame::contentLength);
        var after = all.subList(at, all.size()).stream()
                .filter(other -> isSameGet(other, head))
                .findFirst()
                .flatMap(OtherFormSame::contentLength);
        return before.isPresent() && before.equals(after)
                ? contentLength(head)
                        // Frameworks that discard the content of GET often announce 0.
                        .filter(length -> !length.equals("0") && !length.equals(before.get()))
                        .map(length -> new Finding("header Content-Length", before.get() + ", as for GET", length))
                : Optional.empty();
    }

    private static boolean isSameGet(Exchange other, Exchange head) {
        return other.request().method().equals("GET")
                && other.accepted()
                && other.request().path().equals(head.request().path())
                && other.response().mediaType().equals(head.response().mediaType());
    }

    private static Optional<String> contentLength(Exchange exchange) {
        return exchange.response().header("content-encoding").isPresent()
                ? Optional.empty()
                : exchange.response().header("content-length");
    }

    /** Whether the server accepted a request in this form, and the response has the media type that it should have. */
    public static boolean isOffered(Exchange accepted, Evidence evidence) {
        String type = accepted.response().mediaType();
        return accepted.accepted()
                && evidence.twin(accepted.sent())
                        .filter(usual -> asksForOtherType(accepted)
                                ? accepted.request().headers().get("Accept").startsWith(type) && !type.isEmpty()
                                : type.equals(usual.response().mediaType()) && !(isHead(accepted) && type.isEmpty()))
                        .isPresent();
    }

    private static boolean isHead(Exchange exchange) {
        return exchange.request().method().equals("HEAD");
    }

    private static boolean asksForOtherType(Exchange exchange) {
        String accept = exchange.request().headers().getOrDefault("Accept", MediaType.JSON);
        return !accept.toLowerCase(Locale.ROOT).contains(MediaType.JSON);
    }

    private static Outcome body(Exchange exchange, Exchange usual, Evidence evidence) {
        var documented = exchange.sent().operation().success().json();
        if (documented.isEmpty() || asksForOtherType(exchange)) {
            return Outcome.passed();
        }
        var schema = documented.get().schema();
        return Bodies.judge(usual, schema, evidence) instanceof Outcome.Failed
                ? new Outcome.NotApplicable(
                        "the response to the usual form does not have the documented body either: see response-body")
                : Bodies.judge(exchange, schema, evidence);
    }
}
