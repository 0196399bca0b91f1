package dev.core7.mock.state;

import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import dev.core7.contract.Parameter;
import dev.core7.mock.state.OperationRole.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Derives the resources of a contract from its paths: objects that are found by id below a path, or listed at one.
 */
public final class Resources {
    private static final Pattern ITEM = Pattern.compile("(.*/)\\{([^{}/]+)}/");
    private static final Pattern PARAMETER = Pattern.compile("\\{([^{}/]+)}");

    private final Map<String, Resource> byCollection = new LinkedHashMap<>();
    private final Map<String, OperationRole> roles = new LinkedHashMap<>();

    /** @param parentParameters the path parameters that lead to no object, such as {@code project_id} */
    public Resources(Contract contract, Set<String> parentParameters) {
        var collections = new LinkedHashMap<String, Optional<Parameter>>();
        contract.operations()
                .forEach(operation -> item(operation, parentParameters)
                        .ifPresent(item -> collections.put(item.group(1), parameter(operation, item.group(2)))));
        contract.operations().stream()
                .filter(ListOperation::isOf)
                .filter(list -> below(list.path(), collections.keySet()).isEmpty())
                .forEach(list -> collections.put(list.path(), Optional.empty()));
        collections.forEach((path, id) -> byCollection.put(path, resource(path, id, contract)));
        contract.operations()
                .forEach(operation -> below(operation.path(), collections.keySet())
                        .filter(path -> !isParent(operation.path().substring(path.length()), parentParameters))
                        .ifPresent(path -> roles.put(operation.id(), role(operation, path))));
    }

    /** Returns whether the rest of a path addresses a parent, such as a project, which is not stored. */
    private static boolean isParent(String rest, Set<String> parentParameters) {
        var parameter = PARAMETER.matcher(rest);
        return parameter.lookingAt() && parentParameters.contains(parameter.group(1));
    }

    /** Returns all resources in the order of the contract. */
    List<Resource> all() {
        return List.copyOf(byCollection.values());
    }

    /** Returns what an operation does; empty if it deals with no object. */
    public Optional<OperationRole> role(Operation operation) {
        return Optional.ofNullable(roles.get(operation.id()));
    }

    /** Returns the operations that list members, by the name of the members. */
    Map<String, Operation> memberLists(Contract contract) {
        var lists = new LinkedHashMap<String, Operation>();
        contract.operations().stream()
                .filter(operation -> role(operation)
                        .filter(role -> role.type() == Type.LIST_MEMBERS)
                        .isPresent())
                .forEach(operation -> lists.put(lastSegment(operation.path()), operation));
        return lists;
    }

    private static Optional<Matcher> item(Operation operation, Set<String> parentParameters) {
        return Optional.of(ITEM.matcher(operation.path()))
                .filter(Matcher::matches)
                .filter(item -> !parentParameters.contains(item.group(2)));
    }

    private static Optional<Parameter> parameter(Operation operation, String name) {
        return operation.pathParameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
    }

    /** Returns the longest collection path that is a prefix of a path. */
    private static Optional<String> below(String path, Set<String> collections) {
        return collections.stream().filter(path::startsWith).max(Comparator.comparing(String::length));
    }

    private static Resource resource(String path, Optional<Parameter> id, Contract contract) {
        var parentParameters = new ArrayList<String>();
        PARAMETER.matcher(path).results().forEach(parameter -> parentParameters.add(parameter.group(1)));
        String item = path + id.map(parameter -> "{" + parameter.name() + "}/").orElse("");
        var operations = contract.operations().stream()
                .filter(operation -> List.of(path, item).contains(operation.path()))
                .toList();
        return Resource.of(lastSegment(path), parentParameters, id, operations);
    }

    private OperationRole role(Operation operation, String collection) {
        var resource = byCollection.get(collection);
        String rest = operation.path().substring(collection.length());
        boolean isOnObject = rest.startsWith("{");
        return new OperationRole(
                rest.isEmpty() ? typeOnCollection(operation) : isOnObject ? typeOnObject(operation, rest) : Type.INFO,
                resource);
    }

    private static Type typeOnCollection(Operation operation) {
        if (operation.method().equals("POST")) {
            return Type.CREATE;
        }
        return ListOperation.isOf(operation) ? Type.LIST : Type.INFO;
    }

    private static Type typeOnObject(Operation operation, String rest) {
        if (operation.success().isError()) {
            return Type.REFUSE;
        }
        if (!rest.endsWith("}/")) {
            return ListOperation.isOf(operation)
                    ? Type.LIST_MEMBERS
                    : changesMembers(operation) ? Type.CHANGE_MEMBERS : Type.INFO;
        }
        return switch (operation.method()) {
            case "GET" -> Type.RETRIEVE;
            case "DELETE" -> Type.DELETE;
            default -> Type.UPDATE;
        };
    }

    private static boolean changesMembers(Operation operation) {
        return !Members.added(operation).isEmpty()
                || !Members.removed(operation).isEmpty();
    }

    /** Returns the last segment of a path, with or without a trailing slash. */
    static String lastSegment(String path) {
        return path.replaceFirst("/$", "").replaceFirst(".*/", "");
    }
}
