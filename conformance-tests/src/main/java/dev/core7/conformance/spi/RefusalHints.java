package dev.core7.conformance.spi;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.result.Outcome;
import dev.core7.contract.Json;
import dev.core7.contract.Operation;
import dev.core7.contract.Schema;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Other reasons than a fault of the server for the refusal of a valid request. */
public final class RefusalHints {
    private static final int FORBIDDEN = 403;
    private static final Pattern SCOPE = Pattern.compile("\\bscope\\b|\\w:(read|write)\\b");
    private static final Set<Integer> BAD_INPUT = Set.of(400, 404, 422);

    private RefusalHints() {}

    /**
     * Returns not proven for a 403 if the user of the key may lack a right that no scope grants ({@code x-also-needs}). Empty
     * if the response names a scope, or if the operation needs only scopes.
     */
    public static Optional<Outcome> ofMissingRight(Exchange exchange) {
        return exchange.sent()
                .called()
                .alsoNeeds()
                .filter(right -> exchange.response().status() == FORBIDDEN)
                .filter(right -> !SCOPE.matcher(exchange.response().text()).find())
                .map(right -> new Outcome.NotProven("returned 403 without naming a scope: the operation also needs "
                        + right + "; use a key of such a user"));
    }

    /** What to verify in the target file if a request with fixtures in its body was refused; empty if it had none. */
    public static String ofFixtures(Exchange exchange) {
        if (!BAD_INPUT.contains(exchange.response().status())) {
            return "";
        }
        return sentFixtures(exchange).stream()
                .map(name -> "; verify that the ids under fixtures." + name + " are " + name + " of " + owner(exchange))
                .collect(Collectors.joining());
    }

    private static Set<String> sentFixtures(Exchange exchange) {
        var names = new LinkedHashSet<String>();
        try {
            var body = exchange.request().body();
            if (body != null && Json.parse(body) instanceof Map<?, ?> fields) {
                exchange.sent()
                        .called()
                        .body()
                        .ifPresent(media -> media.schema().properties().forEach((name, field) -> {
                            if (fields.get(name) != null) {
                                fixture(field).ifPresent(names::add);
                            }
                        }));
            }
        } catch (Json.NotJsonException e) {
            // A body that is not JSON contains no fixtures.
        }
        return names;
    }

    private static Optional<String> fixture(Schema field) {
        return field.text("x-fixture").or(() -> field.items().flatMap(items -> items.text("x-fixture")));
    }

    /** The first path parameter of the request with its value, such as {@code project 1}. */
    private static String owner(Exchange exchange) {
        Operation operation = exchange.sent().called();
        var names = operation.path().split("/");
        var values = exchange.request().path().split("[/?]");
        for (int i = 0; i < Math.min(names.length, values.length); i++) {
            if (names[i].startsWith("{")) {
                return names[i].replaceAll("[{}]|_id", "") + " " + values[i];
            }
        }
        return "the target";
    }
}
