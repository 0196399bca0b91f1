package dev.core7.mock.web;

import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import dev.core7.contract.Response;
import java.util.ArrayList;
import java.util.List;

/**
 * An operation on the home page.
 *
 * @param scopes the scopes that a key needs
 * @param curl a bash command that calls it
 * @param outcome the documented response in words
 * @param samples the examples of request and response
 */
public record OperationEntry(
        String id,
        String method,
        String path,
        String summary,
        List<String> scopes,
        String curl,
        String outcome,
        List<ExampleEntry> samples) {
    /** Returns the entry of an operation. */
    public static OperationEntry of(Operation operation, String curl) {
        return new OperationEntry(
                operation.id(),
                operation.method(),
                operation.path(),
                operation.summary(),
                List.copyOf(operation.scopes()),
                curl,
                outcome(operation.success()),
                samples(operation));
    }

    /** Returns the path in segments, each with its trailing slash, between which a narrow window may break the line. */
    List<String> segments() {
        return List.of(path.split("(?<=/)"));
    }

    private static String outcome(Response success) {
        return "Responds with " + success.status()
                + (success.content().isEmpty()
                        ? " without a body."
                        : " as " + String.join(" or ", success.content().keySet()) + ".");
    }

    private static List<ExampleEntry> samples(Operation operation) {
        var samples = new ArrayList<ExampleEntry>();
        operation.body().ifPresent(body -> add(samples, "Request", body));
        operation.success().content().values().forEach(body -> add(samples, "Response", body));
        return samples;
    }

    private static void add(List<ExampleEntry> samples, String direction, MediaType body) {
        body.examples().forEach(example -> samples.add(ExampleEntry.of(direction, body, example)));
    }
}
