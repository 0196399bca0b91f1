package dev.core7.mock;

import com.github.tomakehurst.wiremock.http.Request;
import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds the operations that a request's path leads to, in the way that PostHog's router does. */
final class Routes {
    private final List<PathTemplate> templates;
    private final Map<PathTemplate, Map<String, Operation>> operations = new LinkedHashMap<>();

    Routes(Contract contract) {
        for (Operation operation : contract.operations()) {
            operations
                    .computeIfAbsent(PathTemplate.of(operation.path()), template -> new TreeMap<>())
                    .put(operation.method(), operation);
        }
        templates = operations.keySet().stream()
                .sorted(PathTemplate.MOST_SPECIFIC_FIRST)
                .toList();
    }

    /** Where a request leads, whatever its method; nothing: the contract has no such path. */
    Optional<Route> find(Request request) {
        return find(path(request));
    }

    Optional<Route> find(String path) {
        var segments = PathTemplate.split(path).stream().map(Routes::decoded).toList();
        for (PathTemplate template : templates) {
            var values = template.match(segments);
            if (values.isPresent()) {
                return Optional.of(new Route(operations.get(template), values.get()));
            }
        }
        return Optional.empty();
    }

    /** A regular expression for the paths that lead to an operation, and to no other path of the contract. */
    String regex(Operation operation) {
        return PathTemplate.of(operation.path()).regex(templates);
    }

    /** A regular expression for all paths of the contract. */
    String regex() {
        return templates.stream().map(template -> template.regex(List.of())).collect(Collectors.joining("|"));
    }

    private static String path(Request request) {
        String url = request.getUrl();
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query);
    }

    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return segment;
        }
    }
}
