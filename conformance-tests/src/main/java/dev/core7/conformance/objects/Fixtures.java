package dev.core7.conformance.objects;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
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

/** The ids under {@code fixtures} in the target file, and which of them the run has deleted. */
public final class Fixtures {
    private static final int NOT_FOUND = 404;

    private final Target target;
    private final Map<String, Integer> deleted = new HashMap<>();

    Fixtures(Target target) {
        this.target = target;
    }

    /** The name under {@code fixtures}: from the contract, otherwise the path segment of the list. */
    static String name(Operation operation, Parameter parameter) {
        return parameter
                .fixture()
                .orElseGet(() -> operation
                        .path()
                        .replaceFirst("/\\{" + parameter.name() + "}.*", "")
                        .replaceFirst(".*/", ""));
    }

    /** Remembers an object that was deleted, or that did not exist. */
    void remember(Exchange exchange) {
        int status = exchange.response().status();
        boolean isGone = status / 100 == 2 || status == NOT_FOUND;
        boolean deletes = exchange.sent().called().method().equals("DELETE")
                && exchange.request().method().equals("DELETE");
        var purpose = exchange.sent().purpose();
        boolean isHidden =
                status == NOT_FOUND && (purpose instanceof Purpose.OwnObjectElsewhere || purpose.isRefusalOfKey());
        if (deletes && isGone && !isHidden) {
            deleted.putIfAbsent(exchange.request().path(), status);
        }
    }

    /** The first id of that name whose path the run has not deleted. */
    Optional<String> unused(String name, UnaryOperator<String> path) {
        return given(name).stream()
                .filter(id -> !deleted.containsKey(path.apply(id)))
                .findFirst();
    }

    /** The ids of that name without those that returned 404 to a DELETE; ids that the run deleted come last. */
    List<String> undeletedFirst(String name) {
        return given(name).stream()
                .filter(id -> deletion(id).filter(status -> status == NOT_FOUND).isEmpty())
                .sorted(Comparator.comparing(id -> deletion(id).isPresent()))
                .toList();
    }

    /** The status of the first request to delete the object of that id. */
    private Optional<Integer> deletion(String id) {
        return deleted.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("/" + id + "/"))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private List<String> given(String name) {
        return target.fixtures().getOrDefault(name, List.of());
    }

    /** The reason that is reported if there is no object for a path parameter of an operation. */
    String missing(Contract contract, Operation operation, Parameter parameter) {
        var name = name(operation, parameter);
        if (!given(name).isEmpty()) {
            return usedUp(target, name, undeletedFirst(name));
        }
        var creators = contract.operations().stream()
                .filter(o -> !o.isSafe())
                .filter(o -> o.success().links().stream()
                        .anyMatch(l -> l.operationId().equals(operation.id())))
                .map(Operation::id)
                .toList();
        return "no object to send this request to: "
                + (creators.isEmpty() ? "" : "none was created by " + String.join(" or ", creators) + "; ")
                + "add ids under fixtures." + name + " in the target file";
    }

    /**
     * The reason that is reported if no id under {@code fixtures} of that name is left; {@code deleted} are the ids that this
     * run deleted.
     */
    public static String usedUp(Target target, String name, List<String> deleted) {
        int count = target.fixtures().getOrDefault(name, List.of()).size();
        int gone = count - deleted.size();
        String ids = count == 1 ? "the only id" : "all " + count + " ids";
        return (deleted.isEmpty()
                        ? ids + " under fixtures." + name + (count == 1 ? " does" : " do") + " not exist (404)"
                        : "no id under fixtures." + name + " is left: this run deleted " + deleted.size() + ", and "
                                + gone + " did not exist (404)")
                + ": add ids of existing objects";
    }
}
