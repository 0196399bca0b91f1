package dev.core7.conformance.cases;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Draft;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.spi.CaseSource;
import dev.core7.conformance.target.Key;
import dev.core7.conformance.target.Keyring;
import dev.core7.conformance.target.Target;
import dev.core7.conformance.target.UnknownIds;
import dev.core7.contract.Contract;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Sends requests about another project that fail, and reads the own list right after each: the server must have forgotten the other
 * project. One names an object that the other project does not have, with a key for it; one has the key of the own project. They
 * follow the accepted request of {@link OwnItemsElsewhere}, so that nothing is left behind by an earlier failure.
 */
@AutoService(CaseSource.class)
public final class RefusedElsewhere implements CaseSource {
    private static final String PROJECT = "project_id";

    @Override
    public Turn turn() {
        return Turn.LAST_LOOK;
    }

    @Override
    public List<Case> cases(Operation operation, Contract contract, Target target) {
        var foreign = new Keyring(target).foreign(operation).stream().findFirst();
        if (!operation.isSafe()
                || operation.success().isError()
                || !operation.path().contains("{" + PROJECT + "}")
                || !target.hasPathOf(operation)
                || foreign.isEmpty()) {
            return List.of();
        }
        var cases = new ArrayList<Case>();
        String project = foreign.get().project().orElseThrow();
        reader(operation, contract, target, foreign.get()).ifPresent(reader -> {
            cases.add(Case.of(operation, "unknown-in-other-project", new Purpose.Elsewhere(), foreign.get())
                    .withChange(draft -> unknown(draft, reader, project)));
            cases.add(list(operation, target, "list-after-unknown-in-other-project"));
        });
        cases.add(Case.withMinimalKey(target, operation, "own-key-in-other-project", new Purpose.Elsewhere())
                .withChange(draft -> draft.withPath(PROJECT, project)));
        cases.add(list(operation, target, "list-after-own-key-in-other-project"));
        return cases;
    }

    private static Case list(Operation operation, Target target, String name) {
        return Case.withMinimalKey(target, operation, name, new Purpose.AfterElsewhere());
    }

    /** The operation that reads one object of a project, if possible one of the list. */
    private static Optional<Operation> reader(Operation list, Contract contract, Target target, Key key) {
        return contract.operations().stream()
                .filter(other -> other.isSafe() && !other.success().isError())
                .filter(other -> other.path().contains("{" + PROJECT + "}")
                        && other.path().endsWith("}/"))
                .filter(other -> other.pathParameters().size() == 2 && !target.hasPathOf(other))
                .filter(other -> key.holds(other.scopes()))
                .min(Comparator.comparing(other -> !collection(other).equals(collection(list))));
    }

    /** The path up to the collection: {@code /api/projects/{project_id}/cohorts} of all operations on cohorts. */
    private static String collection(Operation operation) {
        String parent = "{" + PROJECT + "}/";
        int start = operation.path().indexOf(parent) + parent.length();
        return operation.path().substring(0, operation.path().indexOf('/', start));
    }

    private static Draft unknown(Draft draft, Operation reader, String project) {
        var path = new LinkedHashMap<>(draft.path());
        reader.pathParameters().forEach(parameter -> path.put(parameter.name(), UnknownIds.id(parameter)));
        path.put(PROJECT, project);
        return new Draft(draft.method(), reader.path(), path, draft.query(), draft.headers(), draft.body())
                .withHeader("Accept", MediaType.JSON);
    }
}
