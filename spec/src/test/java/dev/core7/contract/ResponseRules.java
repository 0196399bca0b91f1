package dev.core7.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Lint rules for the error responses of operations. */
final class ResponseRules {
    static final Map<String, ContractLint.Rule> RULES =
            Map.of("errors-documented", ResponseRules::errorsDocumented, "error-body", ResponseRules::errorBody);

    private static final String ERROR = "#/components/schemas/Error";

    private ResponseRules() {}

    private static Stream<String> errorsDocumented(LintedDocument linted) {
        return linted.operations()
                .flatMap(operation -> expected(linted, operation).stream()
                        .filter(status -> !operation.errors().containsKey(status))
                        .map(status -> operation.id() + ": document the response " + status + " under responses"));
    }

    private static List<Integer> expected(LintedDocument linted, Operation operation) {
        var statuses = new ArrayList<>(List.of(401, 403, 404));
        if (linted.node(operation).field("requestBody").isPresent()) {
            statuses.add(400);
        }
        return statuses;
    }

    private static Stream<String> errorBody(LintedDocument linted) {
        return linted.operations()
                .flatMap(operation -> operation.errors().values().stream()
                        .filter(error -> !isError(linted.node(operation, error)))
                        .filter(error -> !error.content().isEmpty() || !bodyIsUnclear(operation, error))
                        .map(error -> operation.id() + ": give the response " + error.status() + " the JSON body "
                                + ERROR + ", or say under x-unclear that its body is not judged"));
    }

    private static boolean isError(YamlNode response) {
        return response.at("/content/application~1json/schema/$ref")
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
