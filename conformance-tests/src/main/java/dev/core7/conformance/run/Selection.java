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
 * @param share what of it this shard judges; empty: all
 */
public record Selection(Set<String> operations, boolean readOnly, Optional<Share> share) {
    private static final Optional<String> NOT_AMONG = Optional.of("not among --operation");
    private static final Optional<String> ELSEWHERE = Optional.of(Shard.ELSEWHERE.reason());
    private static final Optional<String> READ_ONLY = Optional.of("--read-only sends nothing but GET");

    /** Nothing is left out. */
    public static final Selection ALL = new Selection(Set.of(), false);

    /** What the user left out of a run that is not split. */
    public Selection(Set<String> operations, boolean readOnly) {
        this(operations, readOnly, Optional.empty());
    }

    /** The same of one shard. */
    Selection in(Share some) {
        return new Selection(operations, readOnly, Optional.of(some));
    }

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
            return NOT_AMONG;
        }
        if (share.isPresent()
                && !share.get().operations().contains(each.operation().id())) {
            return ELSEWHERE;
        }
        boolean gets = each.operation().isSafe() && !(each.purpose() instanceof Purpose.OtherMethod);
        return readOnly && !gets ? READ_ONLY : Optional.empty();
    }

    /** Why a behaviour is not played; empty where it is. */
    Optional<String> excludes(Behaviour behaviour) {
        boolean wanted = operations.isEmpty()
                || behaviour.operations().stream().map(Operation::id).anyMatch(operations::contains);
        if (!wanted) {
            return NOT_AMONG;
        }
        if (share.isPresent() && !share.get().behaviours().contains(behaviour.id())) {
            return ELSEWHERE;
        }
        boolean reads = behaviour.operations().stream().allMatch(Operation::isSafe);
        return readOnly && !reads ? READ_ONLY : Optional.empty();
    }

    /** The result as it counts: one of an operation that was only called to set something up is excluded. */
    Result counted(Result result) {
        return operations.isEmpty()
                        || operations.contains(result.sent().operation().id())
                ? result
                : result.with(new Outcome.Excluded(NOT_AMONG.orElseThrow()));
    }

    /**
     * Whether an operation that is not judged is called all the same, to make an object for one that is: its links lead
     * there, or the list at its path shows it. A shard finds everything as the whole run would.
     */
    boolean setsUp(Operation operation, Contract contract) {
        if (share.isPresent()) {
            return share.get().setUp().contains(operation.id()) && (operation.isSafe() || !readOnly);
        }
        var list =
                contract.operation("GET", operation.path()).map(Operation::id).orElse("");
        return !readOnly
                && !operation.isSafe()
                && operation.success().links().stream()
                        .filter(link -> !link.cleanup())
                        .anyMatch(link -> operations.contains(link.operationId()) || operations.contains(list));
    }
}
