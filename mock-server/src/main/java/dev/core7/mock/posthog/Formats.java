package dev.core7.mock.posthog;

import dev.core7.contract.Json;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import dev.core7.contract.Parameter;
import dev.core7.mock.http.AcceptHeader;
import dev.core7.mock.http.MockRequest;
import dev.core7.mock.http.MockResponse;
import dev.core7.mock.http.RequestUrl;
import dev.core7.mock.routing.Route;
import dev.core7.mock.validation.MediaTypeCheck;
import dev.core7.mock.validation.RefusedPart;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The formats in which PostHog can respond: always JSON, for some operations CSV. The parameter limits those of the header. */
final class Formats {
    /** The query parameter that names a format. */
    static final String PARAMETER = "format";

    private static final String CSV = "text/csv";

    /** Operation id → its formats; every request needs them. */
    private final Map<String, Map<String, String>> known = new ConcurrentHashMap<>();

    /** Returns the formats of an operation: name → media type. */
    Map<String, String> of(Operation operation) {
        return known.computeIfAbsent(operation.id(), id -> find(operation));
    }

    private static Map<String, String> find(Operation operation) {
        var formats = new LinkedHashMap<String, String>();
        formats.put("json", MediaType.JSON);
        operation.parameters().stream()
                .filter(parameter -> parameter.name().equals(PARAMETER))
                .map(Parameter::mediaTypes)
                .forEach(formats::putAll);
        return formats;
    }

    /** Returns why the request accepts none of the media types that it can get. */
    Optional<RefusedPart> notAcceptable(MockRequest request, Operation operation) {
        return request.header(AcceptHeader.NAME) == null
                ? Optional.empty()
                : MediaTypeCheck.notAcceptable(request, operation, offered(request, operation));
    }

    private Collection<String> offered(MockRequest request, Operation operation) {
        var formats = of(operation);
        String named = request.url().contains(PARAMETER)
                ? RequestUrl.parse(request.url()).value(PARAMETER)
                : "";
        var one = formats.get(named);
        return one == null ? formats.values() : List.of(one);
    }

    /** Returns an error as CSV if the request prefers it: the names of the fields, sorted, and their values. */
    MockResponse rendered(MockRequest request, Route route, MockResponse response) {
        if (response.status() < 400 || !response.is(MediaType.JSON)) {
            return response;
        }
        boolean isCsv = route.operation(request.method())
                .filter(operation -> of(operation).containsValue(CSV))
                .flatMap(operation -> AcceptHeader.of(request).best(offered(request, operation)))
                .filter(CSV::equals)
                .isPresent();
        return isCsv ? response.withBody(CSV + "; charset=utf-8", csv(response.body())) : response;
    }

    private static String csv(String json) {
        var columns = new TreeMap<String, @Nullable Object>();
        try {
            if (Json.parse(json) instanceof Map<?, ?> fields) {
                fields.forEach((name, value) -> columns.put(name.toString(), value));
            }
        } catch (Json.NotJsonException e) {
            return json;
        }
        var line = columns.values().stream().map(Formats::cell).toList();
        return String.join(",", columns.keySet()) + "\r\n" + String.join(",", line) + "\r\n";
    }

    private static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
