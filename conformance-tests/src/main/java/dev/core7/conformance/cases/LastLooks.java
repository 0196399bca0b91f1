package dev.core7.conformance.cases;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.spi.CaseSource;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.Link;
import dev.core7.contract.Operation;
import java.util.List;

/**
 * Looks once more at the first objects that the run created, at those with unusual values, and at the lists that show them, after
 * all else has been done.
 */
@AutoService(CaseSource.class)
public final class LastLooks implements CaseSource {
    private static final String NAME = "last-look";

    @Override
    public Turn turn() {
        return Turn.LAST_LOOK;
    }

    @Override
    public List<Case> cases(Operation operation, Contract contract, Target target) {
        if (!operation.isSafe() || operation.success().json().isEmpty()) {
            return List.of();
        }
        boolean lists = contract.operations().stream()
                .anyMatch(o -> o.path().equals(operation.path())
                        && !o.isSafe()
                        && o.success().links().stream().anyMatch(Link::cleanup));
        if (lists) {
            return List.of(lastLook(operation, target, NAME));
        }
        var names = operation.path().matches(".*}/?") ? List.of(NAME, Purpose.LastLook.OF_LEGAL_INPUT) : List.of(NAME);
        var examples = DocumentedRequests.creatingExamples(operation, contract);
        return names.stream()
                .flatMap(name -> examples.stream()
                        .map(example -> lastLook(operation, target, examples.size() == 1 ? name : name + "-" + example)
                                .withExample(example)))
                .toList();
    }

    private static Case lastLook(Operation operation, Target target, String name) {
        return Case.withMinimalKey(target, operation, name, new Purpose.LastLook());
    }
}
