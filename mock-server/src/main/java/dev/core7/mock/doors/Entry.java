package dev.core7.mock.doors;

import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import dev.core7.contract.Response;
import java.util.ArrayList;
import java.util.List;

/**
 * An operation as the page shows it.
 *
 * @param scopes what a key has to hold, all of them
 * @param curl a line for bash that tries it
 * @param outcome what it answers, in words
 * @param samples the examples of its request and its answer
 */
public record Entry(
        String id,
        String method,
        String path,
        String summary,
        List<String> scopes,
        String curl,
        String outcome,
        List<Sample> samples) {
    /** The entry of an operation, with the line that tries it. */
    public static Entry of(Operation operation, String curl) {
        return new Entry(
                operation.id(),
                operation.method(),
                operation.path(),
                operation.summary(),
                List.copyOf(operation.scopes()),
                curl,
                outcome(operation.success()),
                samples(operation));
    }

    /** The path in parts, each with the slash after it: a narrow window breaks the line there. */
    List<String> segments() {
        return List.of(path.split("(?<=/)"));
    }

    private static String outcome(Response success) {
        return "Answers " + success.status()
                + (success.content().isEmpty()
                        ? " without a body."
                        : " as " + String.join(" or ", success.content().keySet()) + ".");
    }

    private static List<Sample> samples(Operation operation) {
        var samples = new ArrayList<Sample>();
        operation.body().ifPresent(body -> add(samples, "Request", body));
        operation.success().content().values().forEach(body -> add(samples, "Answer", body));
        return samples;
    }

    private static void add(List<Sample> samples, String what, MediaType body) {
        body.examples().forEach(example -> samples.add(Sample.of(what, body, example)));
    }
}
