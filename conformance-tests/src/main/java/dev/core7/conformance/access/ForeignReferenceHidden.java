package dev.core7.conformance.access;

import com.google.auto.service.AutoService;
import dev.core7.conformance.checks.Bodies;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Paths;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.spi.Evidence;
import dev.core7.contract.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A reference to an object of another project is refused or ignored, and shows no data of that object. */
@AutoService(Check.class)
public final class ForeignReferenceHidden implements Check {
    @Override
    public String id() {
        return "foreign-reference-hidden";
    }

    @Override
    public Level level() {
        return Level.MUST;
    }

    @Override
    public String clause(Case sent) {
        return "a reference to an object of another project gives no access to it";
    }

    @Override
    public boolean concerns(Case sent) {
        return sent.purpose() instanceof Purpose.ForeignReference;
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        int status = exchange.response().status();
        if (status / 100 == 4) {
            return Outcome.passed();
        }
        if (!exchange.accepted()) {
            return new Outcome.NotApplicable("status " + status + " is neither a refusal nor an acceptance");
        }
        if (exchange.request().isSafe()) {
            return ofList(exchange);
        }
        String field = ((Purpose.ForeignReference) exchange.sent().purpose()).field();
        Object sent = fields(exchange.request().body()).get(field);
        var shown = fields(exchange.response().text());
        if (sent instanceof List<?> ids) {
            return ofMembers(exchange, ids, evidence);
        }
        if (!shown.containsKey(field)) {
            return new Outcome.NotApplicable("the response does not show the field " + field);
        }
        return String.valueOf(shown.get(field)).equals(String.valueOf(sent))
                ? ofDerived(exchange, field, shown)
                : Outcome.passed();
    }

    /** Judges a list with a filter by the foreign object: nothing in this project belongs to it. */
    private static Outcome ofList(Exchange exchange) {
        return exchange.showsItem()
                ? Outcome.failed(
                        "/results",
                        "no items, because the filter names an object of another project",
                        Bodies.excerpt(exchange.response()))
                : Outcome.passed();
    }

    /** Judges the fields that change with the reference, such as the name of the object: {@code x-changes-with}. */
    private static Outcome ofDerived(Exchange exchange, String field, Map<?, ?> shown) {
        return exchange.sent().called().success().json().stream()
                .flatMap(json -> json.schema().properties().entrySet().stream())
                .filter(property ->
                        property.getValue().keyword("x-changes-with") instanceof List<?> names && names.contains(field))
                .map(Map.Entry::getKey)
                .filter(name -> shown.get(name) != null && !"".equals(shown.get(name)))
                .findFirst()
                .map(name -> Outcome.failed(
                        "/" + name,
                        "null, because " + field + " refers to another project",
                        String.valueOf(shown.get(name))))
                .orElseGet(() -> new Outcome.NotApplicable(
                        "the server stores the reference, but the response shows no data of the other project"));
    }

    /** Looks for the members in later lists below the same object. */
    private static Outcome ofMembers(Exchange exchange, List<?> ids, Evidence evidence) {
        String object = Paths.withoutQuery(exchange.request().path()).replaceFirst("[^/]+/?$", "");
        int from = evidence.exchanges().indexOf(exchange);
        return evidence.exchanges().stream()
                .skip(from)
                .filter(later -> later.request().isSafe()
                        && later.accepted()
                        && later.request().path().startsWith(object))
                .filter(later ->
                        ids.stream().anyMatch(id -> later.response().text().contains(String.valueOf(id))))
                .findFirst()
                .map(later -> Outcome.failed(
                        "status",
                        "a refusal, or a member list without the member",
                        exchange.response().status() + ", and GET "
                                + later.request().path() + " shows " + ids))
                .orElseGet(() ->
                        new Outcome.NotApplicable("the request was accepted, but no later response shows the member"));
    }

    private static Map<?, ?> fields(@Nullable String json) {
        try {
            return json != null && Json.parse(json) instanceof Map<?, ?> fields ? fields : Map.of();
        } catch (Json.NotJsonException e) {
            return Map.of();
        }
    }
}
