package dev.core7.conformance.target;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The server to be judged, and what its owner lends us for it.
 *
 * @param url where the contract's paths begin, without a trailing slash
 * @param parameters path parameters that hold for the whole run, such as {@code project_id}
 * @param keys the API keys
 * @param fixtures ids the suite may use up, by the name the contract gives them, such as {@code roles} or {@code persons}
 * @param other another project and objects in it, to show that ours does not reach them
 */
public record Target(
        String url,
        Map<String, String> parameters,
        List<Key> keys,
        Map<String, List<String>> fixtures,
        Optional<OtherProject> other) {
    /** The collections are copied. */
    public Target {
        parameters = Map.copyOf(parameters);
        keys = List.copyOf(keys);
        fixtures = Map.copyOf(fixtures);
    }

    /**
     * A project that the keys of this run must not reach through their own.
     *
     * @param parameters its path parameters, such as {@code project_id}
     * @param objects ids of objects in it, by the path segment that lists them, such as {@code cohorts}
     */
    public record OtherProject(Map<String, String> parameters, Map<String, List<String>> objects) {}
}
