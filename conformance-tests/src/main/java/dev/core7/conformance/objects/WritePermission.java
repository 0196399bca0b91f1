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
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Decides what a run may write to: a collection, with the method that creates; an object that it created and has read back; a
 * fixture; an id that does not exist. To an object of another project that cannot be read through this project, it may send
 * only an update, or an action on its members, without fields. It may delete objects that another organization lends.
 */
public final class WritePermission {
    private final Contract contract;
    private final Target target;
    private final Inventory inventory;
    private final Predicate<String> hidden;

    /** @param hidden whether a GET of the path was refused, so that an empty update cannot affect the object */
    public WritePermission(Contract contract, Target target, Inventory inventory, Predicate<String> hidden) {
        this.contract = contract;
        this.target = target;
        this.inventory = inventory;
        this.hidden = hidden;
    }

    /** Whether the run may send a write. */
    public boolean mayWrite(Request request) {
        String path = Paths.withoutQuery(request.path());
        return isWritable(
                        path,
                        request.method(),
                        inventory.created().stream()
                                .filter(inventory::isConfirmed)
                                .toList())
                || isEmptyChange(request, path)
                || isLentDeletion(request, path)
                || McpMessages.onlyReads(request, contract, target);
    }

    /**
     * Whether a write to this path is permitted once its object has been read back. Unlike {@link #mayWrite}, also true for
     * created objects that are not yet confirmed. POST is also permitted to objects that can only be read.
     */
    public boolean mayWriteOnceConfirmed(String method, String path) {
        return isWritable(path, method, inventory.created());
    }

    /** The created objects that a request would write to. */
    List<Inventory.Created> touched(Request request) {
        String path = Paths.withoutQuery(request.path());
        return inventory.created().stream()
                .filter(object -> contract.operations().stream()
                        .flatMap(operation -> operation.pathParameters().stream()
                                .flatMap(parameter -> ids(operation, parameter, object)
                                        .map(id -> path(operation, Map.of(parameter.name(), id)))))
                        .anyMatch(own -> isSame(own, path)))
                .toList();
    }

    private boolean isWritable(String path, String method, List<Inventory.Created> objects) {
        return contract.operations().stream().anyMatch(operation -> isWritable(path, method, operation, objects));
    }

    private boolean isWritable(String path, String method, Operation operation, List<Inventory.Created> objects) {
        var own = operation.pathParameters().stream()
                .filter(p -> !target.parameters().containsKey(p.name()))
                .toList();
        if (own.isEmpty()) {
            return !operation.isSafe() && operation.method().equals(method) && isSame(path(operation, Map.of()), path);
        }
        boolean writes = !operation.isSafe() || method.equals("POST");
        String template = path(operation, Map.of());
        return own.size() == 1
                && writes
                && path.startsWith(template.substring(0, template.indexOf('{')))
                && ids(operation, own.get(0), objects).stream()
                        .anyMatch(id -> isSame(path(operation, Map.of(own.get(0).name(), id)), path));
    }

    /** Compares paths without the slash at their ends, because many servers accept both forms. */
    private static boolean isSame(String own, String path) {
        return Paths.withoutSlash(own).equals(Paths.withoutSlash(path));
    }

    private String path(Operation operation, Map<String, String> own) {
        return Paths.fill(Paths.fill(operation.path(), target.parameters()), own);
    }

    /** The ids of these objects, of fixtures, and of no object. */
    private List<String> ids(Operation operation, Parameter parameter, List<Inventory.Created> objects) {
        var ids = new ArrayList<>(target.fixtures().getOrDefault(Fixtures.name(operation, parameter), List.of()));
        ids.add(UnknownIds.id(parameter));
        objects.stream().flatMap(object -> ids(operation, parameter, object)).forEach(ids::add);
        return ids;
    }

    private static Stream<String> ids(Operation operation, Parameter parameter, Inventory.Created object) {
        return object.creator().success().links().stream()
                .filter(link -> link.operationId().equals(operation.id()))
                .flatMap(link -> expression(link, parameter).stream())
                .flatMap(expression -> object.value(expression).stream());
    }

    private static Optional<String> expression(Link link, Parameter parameter) {
        return Optional.ofNullable(link.parameters().get(parameter.name()));
    }

    /** An update or action without fields on an object of another project, which shows whether the server would find the object. */
    private boolean isEmptyChange(Request request, String path) {
        return request.method().equals("PATCH")
                && "{}".equals(request.body())
                && foreignObject(path).filter(hidden).isPresent();
    }

    /** The path of the object of another project that a path leads to, or to something directly below it. */
    private Optional<String> foreignObject(String path) {
        return target.other().stream()
                .flatMap(other -> other.objects().entrySet().stream())
                .flatMap(objects -> objects.getValue().stream().map(id -> "/" + objects.getKey() + "/" + id + "/"))
                .filter(object -> path.endsWith(object) || path.matches(".*" + Pattern.quote(object) + "[^/]+/"))
                .map(object -> path.substring(0, path.indexOf(object) + object.length()))
                .findFirst();
    }

    /** The deletion of an object of another organization that the target file lends for it, through the own organization. */
    private boolean isLentDeletion(Request request, String path) {
        return request.method().equals("DELETE")
                && target.other().filter(Target.OtherProject::lendsForDeletion).stream()
                        .flatMap(other -> other.objects().entrySet().stream())
                        .anyMatch(lent -> contract.operations().stream()
                                .filter(operation -> operation.method().equals("DELETE"))
                                .filter(operation ->
                                        operation.path().contains("{" + Target.OtherProject.ORGANIZATION + "}"))
                                .filter(operation -> operation.path().matches(".*/" + lent.getKey() + "/\\{[^/]+}/"))
                                .anyMatch(operation -> lent.getValue().stream()
                                        .anyMatch(id -> path.equals(
                                                path(operation, Map.of()).replaceFirst("\\{[^/]+}", id)))));
    }
}
