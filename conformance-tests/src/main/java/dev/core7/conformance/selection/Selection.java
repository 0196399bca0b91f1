package dev.core7.conformance.selection;

import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.result.Result;
import dev.core7.conformance.spi.Behaviour;
import dev.core7.contract.Contract;
import dev.core7.contract.InputException;
import dev.core7.contract.Operation;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The operations, cases and behaviours that a run includes.
 *
 * @param operations the operations to judge; all if empty
 * @param readOnly whether only safe requests may be sent
 * @param only the ids of the cases and behaviours to judge; all if empty
 * @param because why other cases and behaviours are excluded
 * @param share the part that this shard judges; empty to judge all
 */
public record Selection(
        Set<String> operations, boolean readOnly, Set<String> only, String because, Optional<ShardAssignment> share) {
    private static final Optional<String> OTHER_OPERATION = Optional.of("not selected by --operation");
    private static final Optional<String> OTHER_SHARD = Optional.of(Shard.ELSEWHERE.reason());
    private static final Optional<String> READ_ONLY = Optional.of("--read-only sends only GET requests");

    /** Includes everything. */
    public static final Selection ALL = new Selection(Set.of(), false);

    /** Copies the sets. */
    public Selection {
        operations = Set.copyOf(operations);
        only = Set.copyOf(only);
    }

    /** Includes every case and behaviour of these operations. */
    public Selection(Set<String> operations, boolean readOnly) {
        this(operations, readOnly, Set.of(), "", Optional.empty());
    }

    /** The same selection, limited to these cases and behaviours. */
    public Selection only(Set<String> ids, String reason) {
        return new Selection(operations, readOnly, ids, reason, share);
    }

    /** The same selection, limited to one shard. */
    public Selection in(ShardAssignment some) {
        return new Selection(operations, readOnly, only, because, Optional.of(some));
    }

    /** The id of the case or behaviour that an id belongs to: that of a result, a case, a behaviour, or a step. */
    public static String subject(String id) {
        var parts = id.split("/", 3);
        if (parts.length < 2) {
            return id;
        }
        int dot = parts[1].indexOf('.');
        return dot < 0 ? parts[0] + "/" + parts[1] : parts[1].substring(0, dot);
    }

    /**
     * Verifies that the contract has these operations.
     *
     * @throws InputException if one is unknown
     */
    public void check(Contract contract) {
        for (String id : operations) {
            if (contract.operation(id).isEmpty()) {
                throw new InputException("--operation " + id + ": unknown operation; the contract has "
                        + String.join(
                                ", ",
                                contract.operations().stream()
                                        .map(Operation::id)
                                        .toList()));
            }
        }
    }

    /** Why a case is not judged; empty if it is. */
    public Optional<String> excludes(Case testCase) {
        if (!operations.isEmpty() && !operations.contains(testCase.operation().id())) {
            return OTHER_OPERATION;
        }
        if (share.isPresent()
                && !share.get().operations().contains(testCase.operation().id())) {
            return OTHER_SHARD;
        }
        if (isLeftOut(testCase.id())) {
            return Optional.of(because);
        }
        boolean reads = testCase.operation().isSafe() && !testCase.purpose().changesMethod();
        return readOnly && !reads ? READ_ONLY : Optional.empty();
    }

    /** Why a behaviour does not run; empty if it does. */
    public Optional<String> excludes(Behaviour behaviour) {
        boolean wanted = operations.isEmpty()
                || behaviour.operations().stream().map(Operation::id).anyMatch(operations::contains);
        if (!wanted) {
            return OTHER_OPERATION;
        }
        if (share.isPresent() && !share.get().behaviours().contains(behaviour.id())) {
            return OTHER_SHARD;
        }
        if (isLeftOut(behaviour.id())) {
            return Optional.of(because);
        }
        boolean reads = behaviour.operations().stream().allMatch(Operation::isSafe);
        return readOnly && !reads ? READ_ONLY : Optional.empty();
    }

    private boolean isLeftOut(String id) {
        return !only.isEmpty() && !only.contains(id);
    }

    /** The result as it is reported: excluded if its operation was only called to prepare objects. */
    public Result counted(Result result) {
        return operations.isEmpty()
                        || operations.contains(result.sent().operation().id())
                ? result
                : result.with(new Outcome.Excluded(OTHER_OPERATION.orElseThrow()));
    }

    /**
     * Whether a case that is not judged is sent anyway, because a judged case needs it as in a complete run: it creates or
     * shows an object, it is the accepted counterpart of a refusal, or it is a refusal whose effects are looked for.
     */
    public boolean setsUp(Case testCase, Contract contract) {
        var operation = testCase.operation();
        if (readOnly && !operation.isSafe()) {
            return false;
        }
        boolean isLegal = testCase.purpose() instanceof Purpose.Documented
                || testCase.purpose() instanceof Purpose.LegalInput && !operation.isSafe();
        if (share.isPresent()) {
            return isLegal && share.get().setUp().contains(operation.id());
        }
        var readBack = testCase.purpose().readBack();
        if (readBack.isPresent()) {
            return only.contains(operation.id() + "/" + readBack.get());
        }
        boolean needed = !only.isEmpty() && (operation.isSafe() || judged().contains(operation.id()));
        return isLegal && (needed || Lanes.setUp(contract, judged()).contains(operation.id()));
    }

    /** The operations that are judged if not all are. */
    private Set<String> judged() {
        return Stream.concat(operations.stream(), only.stream().map(id -> id.split("/", 2)[0]))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
