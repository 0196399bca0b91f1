package dev.core7.conformance.ledger;

import dev.core7.conformance.run.Paths;
import dev.core7.conformance.run.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.JsonPointer;
import dev.core7.contract.Link;
import dev.core7.contract.Operation;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The contract's links that take away what was created, as requests to one target: nothing else cleans up. */
final class CleanupLinks {
    private static final String BODY = "$response.body#";

    /** What a path cannot be trusted with: a query, or a segment that leads to its parent (RFC 3986 §5.2.4). */
    private static final Pattern ASTRAY = Pattern.compile("[?#\\\\\\s]|/(\\.|%2[Ee]){1,2}(/|$)");

    private final Contract contract;
    private final Target target;

    CleanupLinks(Contract contract, Target target) {
        this.contract = contract;
        this.target = target;
    }

    /** What a link makes of an object. */
    record TidyUp(String method, String path, String body) {}

    /** The operation whose link makes this request for one of its objects; empty where none does. */
    Optional<Operation> creator(TidyUp tidyUp) {
        if (ASTRAY.matcher(tidyUp.path()).find()) {
            return Optional.empty();
        }
        return Paths.called(contract, tidyUp.method(), tidyUp.path(), target.parameters())
                .flatMap(called -> contract.operations().stream()
                        .filter(creator -> creator.success().links().stream()
                                .anyMatch(link -> leadsTo(link, called)
                                        && link.requestBody().orElse("").equals(tidyUp.body())))
                        .findFirst());
    }

    private static boolean leadsTo(Link link, Operation called) {
        return link.cleanup() && link.operationId().equals(called.id());
    }

    /** What takes an object of {@code creator} away; empty where it names no id, or there is no link. */
    Optional<TidyUp> of(Operation creator, @Nullable Object object) {
        return creator.success().links().stream()
                .filter(Link::cleanup)
                .findFirst()
                .flatMap(link -> contract.operation(link.operationId()).map(called -> {
                    var values = new LinkedHashMap<>(target.parameters());
                    link.parameters().forEach((name, value) -> id(object, value).ifPresent(id -> values.put(name, id)));
                    return new TidyUp(
                            called.method(),
                            Paths.fill(called.path(), values),
                            link.requestBody().orElse(""));
                }))
                .filter(tidyUp -> creator(tidyUp).isPresent() && !tidyUp.path().contains("{"));
    }

    private static Optional<String> id(@Nullable Object object, String expression) {
        var id = expression.startsWith(BODY) ? JsonPointer.find(object, expression.substring(BODY.length())) : null;
        return id instanceof String || id instanceof Number ? Optional.of(Paths.text(id)) : Optional.empty();
    }
}
