package dev.core7.conformance.objects;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import dev.core7.contract.Parameter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The ids that the target file lends under {@code fixtures}, and which of them the run has used up. */
public final class Fixtures {
    private static final int NOT_FOUND = 404;

    private final Target target;
    private final Map<String, Integer> deleted = new HashMap<>();

    Fixtures(Target target) {
        this.target = target;
    }

    /** The name under {@code fixtures}: what the contract says, otherwise the path segment that lists the objects. */
    static String name(Operation operation, Parameter parameter) {
        return parameter
                .fixture()
                .orElseGet(() -> operation
                        .path()
                        .replaceFirst("/\\{" + parameter.name() + "}.*", "")
                        .replaceFirst(".*/", ""));
    }

    /** Remembers an object that was deleted, or that was not there to be deleted. */
    void remember(Exchange exchange) {
        int status = exchange.response().status();
        boolean isGone = status / 100 == 2 || status == NOT_FOUND;
        boolean deletes = exchange.sent().called().method().equals("DELETE")
                && exchange.request().method().equals("DELETE");
        if (deletes && isGone) {
            deleted.putIfAbsent(exchange.request().path(), status);
        }
    }

    /** The first id of that name whose path was not deleted. */
    Optional<String> unused(String name, UnaryOperator<String> path) {
        return given(name).stream()
                .filter(id -> !deleted.containsKey(path.apply(id)))
                .findFirst();
    }

    /** The ids of that name that were there: those first that the run has not deleted. */
    List<String> existing(String name) {
        return given(name).stream()
                .filter(id -> deletion(id).filter(status -> status == NOT_FOUND).isEmpty())
                .sorted(Comparator.comparing(id -> deletion(id).isPresent()))
                .toList();
    }

    /** Returns why there is no object to call an operation with, and which ids to add to the target file. */
    String missing(Contract contract, Operation operation, Parameter parameter) {
        var name = name(operation, parameter);
        if (!given(name).isEmpty()) {
            return usedUp(target, name, existing(name));
        }
        var creators = contract.operations().stream()
                .filter(o -> !o.isSafe())
                .filter(o -> o.success().links().stream()
                        .anyMatch(l -> l.operationId().equals(operation.id())))
                .map(Operation::id)
                .toList();
        return "no object to call it with: "
                + (creators.isEmpty() ? "" : "none was created by " + String.join(" or ", creators) + "; ")
                + "give ids under fixtures." + name + " in the target file";
    }

    /** The status of the first request to delete the object of that id. */
    private Optional<Integer> deletion(String id) {
        return deleted.entrySet().stream()
                .filter(each -> each.getKey().endsWith("/" + id + "/"))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private List<String> given(String name) {
        return target.fixtures().getOrDefault(name, List.of());
    }

    /** What to say if no id under {@code fixtures} of that name is left; {@code deleted} are those that this run deleted. */
    public static String usedUp(Target target, String name, List<String> deleted) {
        int given = target.fixtures().getOrDefault(name, List.of()).size();
        int gone = given - deleted.size();
        String ids = given == 1 ? "the one id" : "all " + given + " ids";
        return (deleted.isEmpty()
                        ? ids + " under fixtures." + name + (given == 1 ? " is" : " are") + " gone (404)"
                        : "no id under fixtures." + name + " is left: this run deleted " + deleted.size() + ", and "
                                + gone + " were gone (404)")
                + ": give ids of objects that exist";
    }
}
