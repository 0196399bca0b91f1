package dev.core7.conformance.checks;

import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.UrlEncoded;
import dev.core7.conformance.result.Finding;
import dev.core7.contract.MediaType;
import dev.core7.contract.Parameter;
import dev.core7.contract.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The links of a list to its other pages: {@code next} and {@code previous}. */
final class PageLinks {
    private static final List<String> NAMES = List.of("next", "previous");

    /** The parameters that say where a page begins. */
    private static final Set<String> POSITION = Set.of("offset", "cursor");

    private static final String LIMIT = "limit";

    private PageLinks() {}

    /** Whether a case requests a list whose responses have such links, according to the page or to {@code x-observed-body}. */
    static boolean areIn(Case sent) {
        return isDocumentedList(sent) || isObservedList(sent);
    }

    static boolean isDocumentedList(Case sent) {
        return hasLinks(sent.called().success().json().map(MediaType::schema));
    }

    static boolean isObservedList(Case sent) {
        return hasLinks(sent.called().success().observed());
    }

    private static boolean hasLinks(Optional<Schema> body) {
        return body.filter(schema -> schema.properties().containsKey(NAMES.get(0)))
                .isPresent();
    }

    /** The links of an accepted response, by their names. */
    static Map<String, String> in(Exchange exchange) {
        var links = new LinkedHashMap<String, String>();
        exchange.acceptedObject()
                .ifPresent(body -> NAMES.forEach(name -> {
                    if (body.get(name) instanceof String link) {
                        links.put(name, link);
                    }
                }));
        return links;
    }

    /** The parameter that limits the pages of a list whose parameters the page does not document. */
    static Optional<String> observedLimit(Case sent) {
        return sent.called().success().observed().flatMap(body -> body.text("x-limit-parameter"));
    }

    /** The documented parameters that belong to the list, not to one of its pages. */
    static Predicate<String> documented(Case sent) {
        var names = sent.called().parameters().stream()
                .filter(Parameter::inQuery)
                .map(Parameter::name)
                .toList();
        return name -> names.contains(name) && !POSITION.contains(name);
    }

    /** The parameters of the request that a link lacks, or has with other values. A server may lower the limit. */
    static List<Finding> changed(Exchange exchange, Predicate<String> kept) {
        var findings = new ArrayList<Finding>();
        var sent = UrlEncoded.query(exchange.request().path());
        in(exchange).forEach((name, link) -> {
            var linked = UrlEncoded.query(link);
            sent.forEach((parameter, value) -> {
                String other = linked.get(parameter);
                if (kept.test(parameter) && !value.equals(other) && !isLowerLimit(parameter, value, other)) {
                    findings.add(new Finding(
                            "/" + name,
                            parameter + "=" + value + ", as in the request",
                            other == null ? "no " + parameter + " in " + link : parameter + "=" + other));
                }
            });
        });
        return findings;
    }

    private static boolean isLowerLimit(String parameter, String value, @Nullable String other) {
        return parameter.equals(LIMIT)
                && other != null
                && other.matches("[1-9]\\d{0,8}")
                && value.matches("\\d{1,9}")
                && Integer.parseInt(other) < Integer.parseInt(value);
    }
}
