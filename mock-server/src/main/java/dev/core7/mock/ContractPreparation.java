package dev.core7.mock;

import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import dev.core7.contract.InputException;
import dev.core7.contract.Operation;
import dev.core7.mock.handler.FaultHooks;
import dev.core7.mock.handler.ServedContract;
import dev.core7.mock.posthog.PostHogDialect;
import dev.core7.mock.routing.KnownIds;
import dev.core7.mock.state.SeedFile;
import dev.core7.mock.state.State;
import dev.core7.mock.validation.AllowedFields;
import dev.core7.mock.validation.Dialect;
import dev.core7.mock.validation.RequestValidator;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Prepares contracts for serving as the options of a mock say: with neighbours, dialect and initial objects. */
final class ContractPreparation {
    private static final List<Map<String, String>> SEEDED_AT_START =
            List.of(KnownIds.parents(KnownIds.OWN_PROJECT), KnownIds.parents("2"));

    private final MockOptions options;
    private final FaultHooks faults;
    private final AllowedFields allowed = new AllowedFields();
    private final Optional<SeedFile> seedFile;

    /**
     * Reads the file of seeds, if there is one.
     *
     * @throws InputException if the file is invalid
     */
    ContractPreparation(MockOptions options, FaultHooks faults) {
        this.options = options;
        this.faults = faults;
        this.seedFile = options.customization().seedFile().map(file -> SeedFile.read(file, KnownIds.OWN_PROJECT));
    }

    /** Prepares a contract. */
    ServedContract prepare(Contract contract) {
        return new ServedContract(
                contract,
                () -> withNeighbours(contract),
                faults,
                new RequestValidator(options.validation(), dialect(contract), allowed),
                options.customization().acceptsAnyKey(),
                options.stateful() ? Optional.of(state(withNeighbours(contract))) : Optional.empty());
    }

    private State state(Contract served) {
        return new State(served, KnownIds.PARENTS, SEEDED_AT_START, seedFile, InstantSource.system(), allowed::of);
    }

    private static Dialect dialect(Contract contract) {
        return contract.dialect().filter(PostHogDialect.NAME::equals).isPresent()
                ? new PostHogDialect()
                : Dialect.standard();
    }

    private static Contract withNeighbours(Contract contract) {
        return contract.hasNeighbours()
                ? contract.with(ContractReader.neighbours().operations())
                : contract;
    }

    /**
     * Accepts a request field that a contract does not have.
     *
     * @throws InputException if neither the contract nor its neighbours have such an operation
     */
    void allow(Contract contract, String operationId, String field) {
        if (contract.operation(operationId).isEmpty()
                && withNeighbours(contract).operation(operationId).isEmpty()) {
            throw new InputException("the contract has no operation " + operationId + ": it has "
                    + contract.operations().stream().map(Operation::id).collect(Collectors.joining(" ")));
        }
        allowed.add(operationId, field);
    }
}
