package dev.core7.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which errors every operation documents, and how. */
final class AnswerRules {
    static final Map<String, ContractLint.Rule> RULES =
            Map.of("errors-documented", AnswerRules::errorsDocumented, "error-body", AnswerRules::errorBody);

    private static final String ERROR = "#/components/schemas/Error";

    private AnswerRules() {}

    private static Stream<String> errorsDocumented(Linted linted) {
        return linted.operations()
                .flatMap(operation -> expected(linted, operation).stream()
                        .filter(status -> !operation.errors().containsKey(status))
                        .map(status -> operation.id() + ": document the answer " + status + " under responses"));
    }

    private static List<Integer> expected(Linted linted, Operation operation) {
        var statuses = new ArrayList<>(List.of(401, 403, 404));
        if (linted.node(operation).field("requestBody").isPresent()) {
            statuses.add(400);
        }
        return statuses;
    }

    private static Stream<String> errorBody(Linted linted) {
        return linted.operations()
                .flatMap(operation -> operation.errors().values().stream()
                        .filter(error -> !isError(linted.answer(operation, error)))
                        .filter(error -> !error.content().isEmpty() || !bodyIsUnclear(operation, error))
                        .map(error -> operation.id() + ": give the answer " + error.status() + " the JSON body " + ERROR
                                + ", or say under x-unclear that its body is not judged"));
    }

    private static boolean isError(YamlNode answer) {
        return answer.at("/content/application~1json/schema/$ref")
                .map(YamlNode::value)
                .filter(ERROR::equals)
                .isPresent();
    }

    private static boolean bodyIsUnclear(Operation operation, Response error) {
        return operation.unclear().stream()
                .map(OpenQuestion::reading)
                .anyMatch(reading -> reading.contains(String.valueOf(error.status())) && reading.contains("body"));
    }
}
