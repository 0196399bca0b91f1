package dev.core7.conformance.cases;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.spi.CaseSource;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.Example;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import dev.core7.contract.Parameter;
import java.util.ArrayList;
import java.util.List;

/** Sends the documented request with the key that has the fewest scopes: one case for each example and for each media type. */
@AutoService(CaseSource.class)
public final class DocumentedRequests implements CaseSource {
    @Override
    public Turn turn() {
        return Turn.DOCUMENTED;
    }

    @Override
    public List<Case> cases(Operation operation, Contract contract, Target target) {
        var cases = new ArrayList<Case>();
        var examples = examples(operation, contract);
        if (examples.isEmpty()) {
            cases.add(documented(operation, target, "documented", MediaType.JSON));
        }
        for (String example : examples) {
            String name = examples.size() == 1 ? "documented" : "documented-" + example;
            cases.add(documented(operation, target, name, MediaType.JSON).withExample(example));
        }
        for (Parameter parameter : operation.parameters()) {
            parameter
                    .mediaTypes()
                    .forEach((value, mediaType) ->
                            cases.add(documented(operation, target, parameter.name() + "-" + value, mediaType)
                                    .withChange(draft -> draft.withQuery(parameter.name(), value))));
        }
        return cases;
    }

    private static Case documented(Operation operation, Target target, String name, String mediaType) {
        return Case.withMinimalKey(target, operation, name, new Purpose.Documented(mediaType));
    }

    /** Returns the examples of the request body or, if the operation reads an object, those of the requests that create it. */
    private static List<String> examples(Operation operation, Contract contract) {
        if (operation.body().isPresent()) {
            return operation.body().get().examples().stream().map(Example::name).toList();
        }
        return operation.isSafe() ? creatingExamples(operation, contract) : List.of();
    }

    /** Returns the examples of the requests that create the object which the operation reads. */
    static List<String> creatingExamples(Operation operation, Contract contract) {
        var examples = new ArrayList<String>();
        for (Operation creator : contract.operations()) {
            creator.success().links().stream()
                    .filter(link -> !creator.isSafe() && link.operationId().equals(operation.id()))
                    .findFirst()
                    .ifPresent(link -> creator.body()
                            .ifPresent(body -> body.examples().stream()
                                    .map(Example::name)
                                    .filter(name ->
                                            link.example().map(name::equals).orElse(true))
                                    .forEach(examples::add)));
        }
        return examples;
    }
}
