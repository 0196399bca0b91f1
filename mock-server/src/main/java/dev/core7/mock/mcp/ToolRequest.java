package dev.core7.mock.mcp;

import dev.core7.contract.Json;
import dev.core7.contract.McpTool;
import dev.core7.contract.MediaType;
import dev.core7.contract.Parameter;
import dev.core7.mock.http.MockRequest;
import dev.core7.mock.http.MockResponse;
import dev.core7.mock.routing.KnownIds;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The REST request that a tool call stands for.
 *
 * @param absoluteUrl scheme, host, path and query
 * @param fields name → value of each header
 */
record ToolRequest(String method, String url, String absoluteUrl, Map<String, String> fields, byte[] body)
        implements MockRequest {
    /** Where a key may be sent in other requests; a tool takes it from the header only. */
    private static final String KEY = "personal_api_key";

    /** Headers of the call that are part of the request too. */
    private static final List<String> FORWARDED = List.of("Authorization", "User-Agent");

    /** Returns the name of a path parameter that a call lacks. */
    static Optional<String> missing(ContractTool tool, Map<String, ?> arguments) {
        return tool.called().pathParameters().stream()
                .filter(parameter -> !KnownIds.isParent(parameter))
                .map(Parameter::name)
                .filter(name -> text(arguments.get(name)).isEmpty())
                .findFirst();
    }

    /**
     * Creates the request of a call that lacks no path parameter.
     *
     * @param call the request with the call
     */
    static ToolRequest of(ContractTool tool, Map<String, ?> arguments, MockRequest call) {
        var rest = new LinkedHashMap<String, @Nullable Object>(arguments);
        rest.remove(KEY);
        String path = tool.called().path();
        for (Parameter parameter : tool.called().pathParameters()) {
            String value = text(rest.remove(parameter.name()));
            String id = value.isEmpty() ? KnownIds.CURRENT : encoded(value);
            path = path.replace("{" + parameter.name() + "}", id);
        }
        tool.tool().call().map(McpTool.Call::body).ifPresent(own -> {
            rest.clear();
            rest.putAll(own);
        });
        boolean hasBody = tool.called().body().isPresent();
        String url = path + query(tool, rest, hasBody);
        String base = call.absoluteUrl()
                .substring(0, call.absoluteUrl().length() - call.url().length());
        byte[] body = hasBody ? Json.write(rest).getBytes(StandardCharsets.UTF_8) : new byte[0];
        return new ToolRequest(tool.called().method(), url, base + url, headers(call, hasBody), body);
    }

    /** Removes the query parameters from the arguments, or all arguments if there is no body, and returns them as a query. */
    private static String query(ContractTool tool, Map<String, @Nullable Object> rest, boolean hasBody) {
        var names = hasBody
                ? tool.called().parameters().stream()
                        .filter(Parameter::inQuery)
                        .map(Parameter::name)
                        .filter(rest::containsKey)
                        .toList()
                : List.copyOf(rest.keySet());
        var pairs = new ArrayList<String>();
        for (String name : names) {
            Object value = rest.remove(name);
            if (value != null) {
                pairs.add(encoded(name) + "=" + encoded(text(value)));
            }
        }
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }

    private static Map<String, String> headers(MockRequest call, boolean hasBody) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (String name : FORWARDED) {
            String value = call.header(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        if (hasBody) {
            headers.put(MockResponse.CONTENT_TYPE, MediaType.JSON);
        }
        return headers;
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof Map || value instanceof List ? Json.write(value) : value.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public @Nullable String header(String name) {
        return fields.get(name);
    }

    @Override
    public List<String> headers(String name) {
        return Optional.ofNullable(fields.get(name)).map(List::of).orElse(List.of());
    }
}
