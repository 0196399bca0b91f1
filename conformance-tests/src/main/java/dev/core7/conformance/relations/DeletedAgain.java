package dev.core7.conformance.relations;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Paths;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.result.Finding;
import dev.core7.conformance.spi.RetryDelay;
import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Repeats the documented request of an operation that deletes: the object that it named no longer exists. A server that deletes
 * another object instead accepts the request again.
 */
final class DeletedAgain extends Relation {
    private static final String STEP = "again";
    private static final Set<Integer> GONE = Set.of(404, 410);

    private final Operation operation;

    private DeletedAgain(Operation operation, RetryDelay retryDelay) {
        super("deleted-" + operation.id().replace('_', '-'), retryDelay);
        this.operation = operation;
    }

    /** One for each operation that deletes. */
    static List<DeletedAgain> of(Contract contract, RetryDelay retryDelay) {
        return contract.operations().stream()
                .filter(operation -> operation.method().equals("DELETE"))
                .filter(operation -> operation.success().status() / 100 == 2)
                .map(operation -> new DeletedAgain(operation, retryDelay))
                .toList();
    }

    @Override
    public List<Operation> operations() {
        return List.of(operation);
    }

    @Override
    public List<Operation> looksInto() {
        return List.of(operation);
    }

    @Override
    List<Statement> statements() {
        return List.of(on(STEP, operation, Clause.DELETED_FOR_GOOD));
    }

    @Override
    void play(RelationExecution execution) throws StoppedException {
        var deleted = execution.exchanges().stream()
                .filter(exchange -> exchange.sent().operation().equals(operation))
                .filter(exchange -> exchange.sent().purpose() instanceof Purpose.Documented)
                .filter(DeletedAgain::isAccepted)
                .reduce((first, second) -> second)
                .orElseThrow(() -> StoppedException.notApplicable("the run deleted no object: see status-code"));
        if (acceptsUnknown(execution)) {
            throw StoppedException.notApplicable(
                    "the operation accepts ids of objects that do not exist: see unknown-object-not-found");
        }
        String path = Paths.withoutQuery(deleted.request().path());
        var again = execution.write(STEP, operation, path, null, execution.key(operation));
        int status = again.response().status();
        if (!GONE.contains(status) && !isAccepted(again)) {
            throw StoppedException.notApplicable("status " + status + " does not show whether the object exists");
        }
        execution.judge(
                on(STEP, operation, Clause.DELETED_FOR_GOOD),
                again,
                Optional.of(new Finding("status", "404 or 410, because the object was deleted", String.valueOf(status)))
                        .filter(finding -> isAccepted(again)));
    }

    /** A server may accept every DELETE after which the object does not exist. */
    private boolean acceptsUnknown(RelationExecution execution) {
        return execution.exchanges().stream()
                .filter(exchange -> exchange.sent().operation().equals(operation))
                .filter(exchange -> exchange.sent().purpose() instanceof Purpose.UnknownObject)
                .anyMatch(DeletedAgain::isAccepted);
    }

    private static boolean isAccepted(Exchange exchange) {
        return exchange.response().status() / 100 == 2;
    }
}
