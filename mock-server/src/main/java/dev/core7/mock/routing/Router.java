package dev.core7.mock.routing;

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

/** Finds the operations for a request path as PostHog's router does. */
public final class Router {
    private final List<PathTemplate> templates;
    private final PathTree<Target> tree = new PathTree<>();

    /** Creates a router for a contract's paths. */
    public Router(Contract contract) {
        var byPath = new LinkedHashMap<PathTemplate, Map<String, Operation>>();
        for (Operation operation : contract.operations()) {
            byPath.computeIfAbsent(PathTemplate.of(operation.path()), template -> new TreeMap<>())
                    .put(operation.method(), operation);
        }
        templates = List.copyOf(byPath.keySet());
        byPath.forEach((template, operations) -> tree.put(template, new Target(template, operations)));
    }

    /** Returns the route of a path; empty if the contract has no such path. */
    public Optional<Route> find(String path) {
        var segments = PathTemplate.split(path);
        segments.replaceAll(Router::decoded);
        return Optional.ofNullable(tree.find(segments)).map(target -> target.route(segments));
    }

    /** Returns a regular expression for the paths of an operation that belong to no other template of the contract. */
    public String regex(Operation operation) {
        return PathTemplate.of(operation.path()).regex(templates);
    }

    /** Returns a regular expression for all paths of the contract. */
    public String regex() {
        return templates.stream().map(template -> template.regex(List.of())).collect(Collectors.joining("|"));
    }

    private static String decoded(String segment) {
        if (segment.indexOf('%') < 0) {
            return segment;
        }
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return segment;
        }
    }

    private record Target(PathTemplate template, Map<String, Operation> operations) {
        Route route(List<String> segments) {
            return new Route(operations, template.values(segments));
        }
    }
}
