package dev.core7.conformance.target;

import dev.core7.contract.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The server under test, as its target file describes it.
 *
 * @param url the base URL of the contract's paths, without a trailing slash
 * @param parameters path parameters with the same value in the whole run, such as {@code project_id}
 * @param keys the API keys
 * @param fixtures ids of objects that the suite may modify and delete, by their name in the contract, such as {@code roles}
 * @param other another project and objects in it, to verify that requests to the project under test do not reach them
 * @param mcpUrl the URL of its MCP server; empty if it has none
 */
public record Target(
        String url,
        Map<String, String> parameters,
        List<Key> keys,
        Map<String, List<String>> fixtures,
        Optional<OtherProject> other,
        Optional<String> mcpUrl) {
    /** Copies the collections. */
    public Target {
        parameters = Map.copyOf(parameters);
        keys = List.copyOf(keys);
        fixtures = Map.copyOf(fixtures);
    }

    /** A server without an MCP server. */
    public Target(
            String url,
            Map<String, String> parameters,
            List<Key> keys,
            Map<String, List<String>> fixtures,
            Optional<OtherProject> other) {
        this(url, parameters, keys, fixtures, other, Optional.empty());
    }

    /** The same server with an MCP server. */
    public Target withMcpUrl(Optional<String> other) {
        return new Target(url, parameters, keys, fixtures, this.other, other);
    }

    /** The URL to which a request is sent: its path below the base URL, or the MCP server. */
    public String resolve(String path) {
        return mcpUrl.filter(path::equals).orElseGet(() -> url + path);
    }

    /** Whether it has all path parameters of an operation, so that a path needs no id of an object. */
    public boolean hasPathOf(Operation operation) {
        return operation.pathParameters().stream().allMatch(parameter -> parameters.containsKey(parameter.name()));
    }

    /**
     * A project and an organization whose objects must not be reachable through those under test.
     *
     * @param parameters their path parameters, such as {@code project_id}
     * @param objects ids of objects in it, by the path segment that lists them, such as {@code cohorts}
     */
    public record OtherProject(Map<String, String> parameters, Map<String, List<String>> objects) {
        /** The path parameter of another organization. Its objects may be deleted by a server that does not refuse the request. */
        public static final String ORGANIZATION = "organization_id";

        /** Whether the target file lends objects of another organization. */
        public boolean lendsForDeletion() {
            return parameters.containsKey(ORGANIZATION);
        }
    }
}
