package dev.core7.conformance.ledger;

import dev.core7.conformance.run.Key;
import dev.core7.conformance.run.Keyring;
import dev.core7.conformance.run.Paths;
import dev.core7.conformance.run.Request;
import dev.core7.conformance.run.Target;
import dev.core7.conformance.run.Transport;
import dev.core7.contract.Contract;
import dev.core7.contract.InputException;
import dev.core7.contract.Json;
import dev.core7.contract.JsonPointer;
import dev.core7.contract.Link;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes away what a killed run has left, by its ledger. Running it twice does no harm. */
public final class Cleanup {
    private static final String BODY = "$response.body#";

    private final Contract contract;
    private final Target target;
    private final Transport transport;

    /** Cleans up {@code target} through {@code transport}. */
    public Cleanup(Contract contract, Target target, Transport transport) {
        this.contract = contract;
        this.target = target;
        this.transport = transport;
    }

    /**
     * What became of a ledger's objects.
     *
     * @param removed how many were taken away
     * @param left what could not be, and why
     */
    public record Outcome(int removed, List<String> left) {}

    /**
     * Takes away everything that {@code file} says is left.
     *
     * @throws InputException where the file is no ledger, or one of another server
     */
    public Outcome run(Path file) {
        var leftovers = Leftovers.read(file);
        if (!leftovers.url().equals(target.url())) {
            throw new InputException(
                    file + ":1: the ledger is of " + leftovers.url() + ", the target file of " + target.url());
        }
        var goingOn = FileLedger.goOn(file);
        var left = new ArrayList<String>();
        var tidyUps = new ArrayList<Request>();
        leftovers.tidyUps().forEach(e -> tidyUps.add(request(e.method(), e.path(), e.body())));
        leftovers.unsure().forEach(e -> find(e, left).ifPresent(tidyUps::add));
        int removed = 0;
        for (Request tidyUp : tidyUps) {
            var problem = send(tidyUp);
            problem.ifPresent(left::add);
            if (problem.isEmpty()) {
                goingOn.tidiedUp(tidyUp);
                removed++;
            }
        }
        return new Outcome(removed, left);
    }

    private Optional<String> send(Request tidyUp) {
        try {
            int status = transport.send(tidyUp).status();
            return status / 100 == 2 || status == 404
                    ? Optional.empty()
                    : Optional.of(tidyUp.method() + " " + tidyUp.path() + ": answered " + status);
        } catch (Transport.NoAnswerException e) {
            return Optional.of(tidyUp.method() + " " + tidyUp.path() + ": " + e.getMessage());
        }
    }

    /** Looks through the list at the path of a create for an object that carries its mark. */
    private Optional<Request> find(Leftovers.Entry create, List<String> left) {
        var creator = operation("POST", create.path());
        var list = operation("GET", create.path());
        if (creator.isEmpty() || list.isEmpty() || create.mark().isEmpty()) {
            left.add(create.path() + ": not known whether an object was created");
            return Optional.empty();
        }
        try {
            var mark = "\"" + create.mark() + "\"";
            return new Pages(transport)
                    .find(
                            request("GET", create.path(), ""),
                            item -> Json.write(item).contains(mark))
                    .flatMap(item -> tidyUp(creator.get(), item));
        } catch (Pages.UnreadableException e) {
            left.add(create.path() + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Request> tidyUp(Operation creator, @Nullable Object object) {
        return creator.success().links().stream()
                .filter(Link::cleanup)
                .findFirst()
                .flatMap(link -> contract.operation(link.operationId()).map(operation -> {
                    var path = Paths.fill(operation.path(), target.parameters());
                    for (var parameter : link.parameters().entrySet()) {
                        var id = JsonPointer.find(object, parameter.getValue().substring(BODY.length()));
                        path = path.replace("{" + parameter.getKey() + "}", String.valueOf(id));
                    }
                    return request(operation.method(), path, link.requestBody().orElse(""));
                }));
    }

    private Request request(String method, String path, String body) {
        var key = operation(method, path).flatMap(new Keyring(target)::least);
        var headers = body.isEmpty()
                ? Map.of("Accept", MediaType.JSON)
                : Map.of("Accept", MediaType.JSON, "Content-Type", MediaType.JSON);
        return new Request(method, path, headers, body.isEmpty() ? null : body, key.orElse((Key) null), "");
    }

    private Optional<Operation> operation(String method, String path) {
        return Paths.called(contract, method, path, target.parameters());
    }
}
