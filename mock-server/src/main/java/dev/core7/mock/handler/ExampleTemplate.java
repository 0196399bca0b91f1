package dev.core7.mock.handler;

import dev.core7.contract.Example;
import dev.core7.contract.Json;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import dev.core7.contract.Parameter;
import dev.core7.contract.Schema;
import dev.core7.mock.auth.MockKey;
import dev.core7.mock.http.MockRequest;
import dev.core7.mock.http.RequestUrl;
import dev.core7.mock.routing.KnownIds;
import dev.core7.mock.routing.Route;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An example with values that depend on the request: links to other pages, which lead to the mock instead of the example's host, and
 * values of path parameters. The page that a link leads to has no such link, so that a client that follows the links comes to an end.
 */
final class ExampleTemplate {
    private static final List<String> LINKS = List.of("next", "previous");
    private static final String ABSOLUTE = "^https?://.*";
    private static final String OFFSET = "offset";
    private static final String PAGE_SIZE = "100";

    /** Stands in the text for a value of the request; no example contains it. */
    private static final String MARK = "@@core7-mock@@";

    /** The fixed texts before, between and after the values. */
    private final List<String> texts;

    private final List<Value> values;

    private ExampleTemplate(List<String> texts, List<Value> values) {
        this.texts = texts;
        this.values = values;
    }

    /** A value of a request as JSON. */
    private interface Value {
        String json(MockRequest request, Route route, Supplier<Optional<MockKey>> key);
    }

    /** Returns the template of an example; empty if nothing in it depends on the request. */
    static Optional<ExampleTemplate> of(Operation operation, MediaType media, Example example) {
        if (!(example.value() instanceof Map<?, ?> fields)) {
            return Optional.empty();
        }
        var marked = new LinkedHashMap<String, @Nullable Object>();
        var values = new ArrayList<Value>();
        fields.forEach((name, value) -> {
            var found = value(name.toString(), value, operation, media.schema());
            found.ifPresent(values::add);
            marked.put(name.toString(), found.isPresent() ? MARK : value);
        });
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(new ExampleTemplate(
                        List.of(Json.write(marked).split(Pattern.quote('"' + MARK + '"'), -1)), values));
    }

    private static Optional<Value> value(String name, @Nullable Object example, Operation operation, Schema schema) {
        if (LINKS.contains(name) && example instanceof String link && link.matches(ABSOLUTE)) {
            return Optional.of(Link.of(name, link, operation));
        }
        return Optional.ofNullable(schema.properties().get(name))
                .flatMap(property -> property.text("x-mock-path-parameter"))
                .map(parameter -> (request, route, key) -> KnownIds.parentId(
                        parameter,
                        route.values().getOrDefault(parameter, ""),
                        key.get().flatMap(MockKey::project)));
    }

    /** Returns the body for a request. */
    String fill(MockRequest request, Route route, Supplier<Optional<MockKey>> key) {
        var body = new StringBuilder(texts.get(0));
        for (int i = 0; i < values.size(); i++) {
            body.append(values.get(i).json(request, route, key)).append(texts.get(i + 1));
        }
        return body.toString();
    }

    /**
     * A link to another page.
     *
     * @param query the parameters that select that page
     * @param suffix these parameters as a query
     */
    private record Link(Map<String, List<String>> query, String suffix) implements Value {
        static Link of(String name, String example, Operation operation) {
            var query = new TreeMap<>(RequestUrl.parse(example).query());
            boolean hasOffset = operation.parameters().stream()
                    .filter(Parameter::inQuery)
                    .anyMatch(parameter -> parameter.name().equals(OFFSET));
            if (query.isEmpty() && hasOffset) {
                query.put(OFFSET, List.of(name.equals("next") ? PAGE_SIZE : "0"));
            }
            return new Link(query, new RequestUrl("", query).toString());
        }

        @Override
        public String json(MockRequest request, Route route, Supplier<Optional<MockKey>> key) {
            String url = request.absoluteUrl();
            if (url.indexOf('?') < 0) {
                return suffix.isEmpty() ? "null" : Json.write(url + suffix);
            }
            var requested = RequestUrl.parse(url);
            if (requested.query().entrySet().containsAll(query.entrySet())) {
                return "null";
            }
            for (var parameter : query.entrySet()) {
                requested =
                        requested.with(parameter.getKey(), parameter.getValue().get(0));
            }
            return Json.write(requested.toString());
        }
    }
}
