package dev.core7.conformance.objects;

import dev.core7.conformance.exchange.Paths;
import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.target.Target;
import dev.core7.conformance.target.UnknownIds;
import dev.core7.contract.Contract;
import dev.core7.contract.Link;
import dev.core7.contract.Operation;
import dev.core7.contract.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a run may write to: a collection it creates in, by the method that creates; an object that it created and has read back, or
 * that is lent to it, or that does not exist; and to what is lent from another project, if it cannot be read through this one, a
 * change of nothing.
 */
public final class WritePermission {
    private final Contract contract;
    private final Target target;
    private final Inventory inventory;
    private final Predicate<String> hidden;

    /** @param hidden whether a GET of that path was refused, so that an update of it changes nothing of others */
    public WritePermission(Contract contract, Target target, Inventory inventory, Predicate<String> hidden) {
        this.contract = contract;
        this.target = target;
        this.inventory = inventory;
        this.hidden = hidden;
    }

    /** Whether the run may send a request that is not safe. */
    public boolean mayWrite(Request request) {
        String path = Paths.withoutQuery(request.path());
        return leadsTo(
                        path,
                        request.method(),
                        inventory.created().stream()
                                .filter(inventory::isConfirmed)
                                .toList())
                || isEmptyChange(request, path);
    }

    /** Whether the run may write to a path, once the object there is read back; POST is also asked of what can only be read. */
    public boolean mayWrite(String method, String path) {
        return leadsTo(path, method, inventory.created());
    }

    /** The objects that the run created, or was told so, to which a request writes. */
    List<Inventory.Created> touched(Request request) {
        String path = Paths.withoutQuery(request.path());
        return inventory.created().stream()
                .filter(object -> contract.operations().stream()
                        .flatMap(operation -> operation.pathParameters().stream()
                                .flatMap(parameter -> ids(operation, parameter, object)
                                        .map(id -> path(operation, Map.of(parameter.name(), id)))))
                        .anyMatch(path::equals))
                .toList();
    }

    private boolean leadsTo(String path, String method, List<Inventory.Created> objects) {
        return contract.operations().stream().anyMatch(operation -> leadsTo(path, method, operation, objects));
    }

    private boolean leadsTo(String path, String method, Operation operation, List<Inventory.Created> objects) {
        var own = operation.pathParameters().stream()
                .filter(p -> !target.parameters().containsKey(p.name()))
                .toList();
        if (own.isEmpty()) {
            return !operation.isSafe()
                    && operation.method().equals(method)
                    && path(operation, Map.of()).equals(path);
        }
        boolean asked = !operation.isSafe() || method.equals("POST");
        return own.size() == 1
                && asked
                && ids(operation, own.get(0), objects).stream()
                        .anyMatch(id ->
                                path(operation, Map.of(own.get(0).name(), id)).equals(path));
    }

    private String path(Operation operation, Map<String, String> own) {
        return Paths.fill(Paths.fill(operation.path(), target.parameters()), own);
    }

    /** The ids that stand for one of these objects, for one that is lent to the run, or for none. */
    private List<String> ids(Operation operation, Parameter parameter, List<Inventory.Created> objects) {
        var ids = new ArrayList<>(target.fixtures().getOrDefault(Fixtures.name(operation, parameter), List.of()));
        ids.add(UnknownIds.id(parameter));
        objects.stream().flatMap(object -> ids(operation, parameter, object)).forEach(ids::add);
        return ids;
    }

    private static Stream<String> ids(Operation operation, Parameter parameter, Inventory.Created object) {
        return object.by().success().links().stream()
                .filter(link -> link.operationId().equals(operation.id()))
                .flatMap(link -> expression(link, parameter).stream())
                .flatMap(expression -> object.value(expression).stream());
    }

    private static Optional<String> expression(Link link, Parameter parameter) {
        return Optional.ofNullable(link.parameters().get(parameter.name()));
    }

    /** A change of nothing, which may also be asked of what is lent from another project: it shows whether it is reached. */
    private boolean isEmptyChange(Request request, String path) {
        return request.method().equals("PATCH")
                && "{}".equals(request.body())
                && target.other().stream()
                        .flatMap(other -> other.objects().entrySet().stream())
                        .anyMatch(lent -> lent.getValue().stream()
                                .anyMatch(id -> path.endsWith("/" + lent.getKey() + "/" + id + "/")))
                && hidden.test(path);
    }
}
