package dev.core7.conformance.objects;

import dev.core7.conformance.exchange.Paths;
import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.target.Target;
import dev.core7.conformance.target.UnknownIds;
import dev.core7.contract.Contract;
import dev.core7.contract.Link;
import dev.core7.contract.Operation;
import dev.core7.contract.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Decides what a run may write to: a collection, with the method that creates; an object that it created and has read back; a
 * fixture; an id that does not exist. To an object of another project that cannot be read through this project, it may send
 * only an update, or an action on its members, without fields. It may delete objects that another organization lends, and
 * write to its own objects through the path of a project or organization that does not exist, or by another name of it.
 */
public final class WritePermission {
    private final Contract contract;
    private final Target target;
    private final Inventory inventory;
    private final Predicate<String> hidden;
    private final List<Place> places;
    private final List<Parent> parents;

    /**
     * The segment of a path with a project or organization that does not exist, or with another name of the own one, and with the
     * own one in its place.
     */
    private record Parent(String other, String own) {
        static Stream<Parent> of(Target target, Parameter parameter) {
            String own = "/" + Paths.encode(target.parameters().get(parameter.name())) + "/";
            return Stream.concat(
                            Stream.of(UnknownIds.like(target, parameter)), parameter.schema().text("x-alias").stream())
                    .map(other -> new Parent("/" + other + "/", own));
        }
    }

    /**
     * Where an operation is called whose path has at most one parameter that the target file does not give.
     *
     * @param before the path up to this parameter, or the whole path if there is none
     * @param after the rest of the path without the slash at its end
     */
    private record Place(Operation operation, Optional<Parameter> own, String before, String after) {
        /** The value of the parameter in a path; empty if the path is another. A slash at its end may be missing. */
        Optional<String> value(String path) {
            String plain = Paths.withoutSlash(path);
            int end = plain.length() - after.length();
            return plain.startsWith(before) && plain.endsWith(after) && end >= before.length()
                    ? Optional.of(plain.substring(before.length(), end))
                    : Optional.empty();
        }
    }

    /** @param hidden whether a GET of the path was refused, so that an empty update cannot affect the object */
    public WritePermission(Contract contract, Target target, Inventory inventory, Predicate<String> hidden) {
        this.contract = contract;
        this.target = target;
        this.inventory = inventory;
        this.hidden = hidden;
        this.places = contract.operations().stream()
                .flatMap(operation -> place(operation).stream())
                .toList();
        this.parents = contract.operations().stream()
                .flatMap(operation -> operation.pathParameters().stream())
                .filter(parameter -> target.parameters().containsKey(parameter.name()))
                .flatMap(parameter -> Parent.of(target, parameter))
                .distinct()
                .toList();
    }

    private Optional<Place> place(Operation operation) {
        String path = Paths.fill(operation.path(), target.parameters());
        var own = operation.pathParameters().stream()
                .filter(parameter -> !target.parameters().containsKey(parameter.name()))
                .toList();
        if (own.isEmpty()) {
            return Optional.of(new Place(operation, Optional.empty(), Paths.withoutSlash(path), ""));
        }
        String place = "{" + own.get(0).name() + "}";
        int at = path.indexOf(place);
        return own.size() > 1
                ? Optional.empty()
                : Optional.of(new Place(
                        operation,
                        Optional.of(own.get(0)),
                        path.substring(0, at),
                        Paths.withoutSlash(path.substring(at + place.length()))));
    }

    /** Whether the run may send a write. */
    public boolean mayWrite(Request request) {
        String path = Paths.withoutQuery(request.path());
        return isWritable(path, request.method(), inventory::isConfirmed)
                || isBelowOtherParent(path, request.method())
                || isEmptyChange(request, path)
                || isLentDeletion(request, path)
                || McpMessages.onlyReads(request, contract, target);
    }

    /**
     * Whether a write to this path is permitted once its object has been read back. Unlike {@link #mayWrite}, also true for
     * created objects that are not yet confirmed. POST is also permitted to objects that can only be read.
     */
    public boolean mayWriteOnceConfirmed(String method, String path) {
        return isWritable(path, method, object -> true);
    }

    /** The created objects that a request would write to. */
    List<Inventory.Created> touched(Request request) {
        String path = Paths.withoutQuery(request.path());
        var paths = Stream.concat(Stream.of(path), belowOwnParent(path)).toList();
        return inventory.created().stream()
                .filter(object ->
                        places.stream().anyMatch(place -> paths.stream().anyMatch(each -> isOf(object, place, each))))
                .toList();
    }

    /** Whether a path leads to an own object, if the project or organization in it, which does not exist, is ignored, or is another name. */
    private boolean isBelowOtherParent(String path, String method) {
        return !method.equals("POST")
                && belowOwnParent(path).anyMatch(own -> isWritable(own, method, inventory::isConfirmed));
    }

    /** A path below another parent, with the own one in its place. */
    private Stream<String> belowOwnParent(String path) {
        return parents.stream()
                .filter(parent -> path.contains(parent.other()))
                .map(parent -> path.replace(parent.other(), parent.own()));
    }

    /** Whether a path is that of a created object at this place. */
    private static boolean isOf(Inventory.Created object, Place place, String path) {
        return place.own()
                .flatMap(own -> place.value(path)
                        .filter(id -> ids(place.operation(), own, object)
                                .map(Paths::encode)
                                .anyMatch(id::equals)))
                .isPresent();
    }

    /** @param usable whether the run may write to an object that it created */
    private boolean isWritable(String path, String method, Predicate<Inventory.Created> usable) {
        return places.stream().anyMatch(place -> isWritable(path, method, place, usable));
    }

    private boolean isWritable(String path, String method, Place place, Predicate<Inventory.Created> usable) {
        var operation = place.operation();
        var value = place.value(path);
        if (value.isEmpty()) {
            return false;
        }
        if (place.own().isEmpty()) {
            return value.get().isEmpty()
                    && !operation.isSafe()
                    && operation.method().equals(method);
        }
        boolean writes = !operation.isSafe() || method.equals("POST");
        return writes
                && (isGivenOrUnknown(value.get(), operation, place.own().get())
                        || inventory.created().stream()
                                .anyMatch(object -> isOf(object, place, path) && usable.test(object)));
    }

    /** Whether an id is that of a fixture, or of no object. */
    private boolean isGivenOrUnknown(String id, Operation operation, Parameter parameter) {
        var given = target.fixtures().getOrDefault(Fixtures.name(operation, parameter), List.of());
        return id.equals(UnknownIds.id(parameter))
                || given.stream().map(Paths::encode).anyMatch(id::equals);
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
                                        .anyMatch(id -> path.equals(Paths.fill(operation.path(), target.parameters())
                                                .replaceFirst("\\{[^/]+}", id)))));
    }
}
