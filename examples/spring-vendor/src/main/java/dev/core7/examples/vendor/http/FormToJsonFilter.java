package dev.core7.examples.vendor.http;

import dev.core7.examples.vendor.access.AccessFilter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Converts forms and missing bodies to JSON, because the stubs support only JSON. The page's examples send forms (the default of
 * {@code curl -d}), and PostHog treats a missing body as an empty object.
 */
@Component
@Order(AccessFilter.ORDER + 1)
class FormToJsonFilter extends OncePerRequestFilter {
    private static final Set<String> METHODS_WITH_BODY = Set.of("POST", "PATCH");

    private final JsonMapper json;

    FormToJsonFilter(JsonMapper json) {
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !METHODS_WITH_BODY.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isEmpty(request)) {
            chain.doFilter(new JsonRequest(request, json.writeValueAsBytes(Map.of())), response);
        } else if (isForm(request)) {
            chain.doFilter(new JsonRequest(request, json.writeValueAsBytes(fields(request))), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isEmpty(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        return length == 0 || length < 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
    }

    private static boolean isForm(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    private static Map<String, String> fields(HttpServletRequest request) throws IOException {
        var body = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var fields = new LinkedHashMap<String, String>();
        for (String field : body.split("&")) {
            var parts = field.split("=", 2);
            fields.put(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]));
        }
        return fields;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
