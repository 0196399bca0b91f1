package dev.core7.conformance.run;

import dev.core7.contract.Contract;
import dev.core7.contract.InputException;
import dev.core7.contract.Operation;
import java.util.Optional;
import java.util.Set;

/**
 * What the user left out of a run.
 *
 * @param operations the operations to judge; none: all
 * @param readOnly whether only safe requests may be sent
 */
public record Selection(Set<String> operations, boolean readOnly) {
    /** Nothing is left out. */
    public static final Selection ALL = new Selection(Set.of(), false);

    /**
     * Complains of names that the contract does not know.
     *
     * @throws InputException where one is unknown
     */
    public void check(Contract contract) {
        for (String id : operations) {
            if (contract.operation(id).isEmpty()) {
                throw new InputException("--operation " + id + ": no such operation; the contract has "
                        + String.join(
                                ", ",
                                contract.operations().stream()
                                        .map(Operation::id)
                                        .toList()));
            }
        }
    }

    /** Why a case is not judged; empty where it is. */
    Optional<String> excludes(Case each) {
        if (!operations.isEmpty() && !operations.contains(each.operation().id())) {
            return Optional.of("not among --operation");
        }
        boolean gets = each.operation().isSafe() && !(each.purpose() instanceof Purpose.OtherMethod);
        return readOnly && !gets ? Optional.of("--read-only sends nothing but GET") : Optional.empty();
    }

    /**
     * Whether an operation that is not judged is called all the same, to make an object for one that is: its links lead
     * there, or the list at its path shows it.
     */
    boolean setsUp(Operation operation, Contract contract) {
        var list =
                contract.operation("GET", operation.path()).map(Operation::id).orElse("");
        return !readOnly
                && !operation.isSafe()
                && operation.success().links().stream()
                        .filter(link -> !link.cleanup())
                        .anyMatch(link -> operations.contains(link.operationId()) || operations.contains(list));
    }
}
