package dev.core7.mock;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import dev.core7.contract.Response;
import dev.core7.mock.data.MadeUp;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one request prefers to the answer that it would get: another documented answer, made-up data, an error, a delay, a
 * broken connection. What the mock does not know is no preference.
 *
 * @param seed what made-up data are drawn with
 */
record PreferredAnswer(Preference preference, Optional<Operation> operation, long seed) {
    /** Five seconds for all, a tenth of one between two pieces: no timeout for a single read ever sees it. */
    private static final int SLOW_MILLIS = 5_000;

    private static final int SLOW_PIECES = 50;

    private static final Map<String, Consumer<ResponseDefinitionBuilder>> FAULTS = Map.of(
            "none", answer -> {},
            "reset", answer -> answer.withFault(Fault.CONNECTION_RESET_BY_PEER),
            "empty", answer -> answer.withFault(Fault.EMPTY_RESPONSE),
            "garbage", answer -> answer.withFault(Fault.RANDOM_DATA_THEN_CLOSE),
            "slow-body", answer -> answer.withChunkedDribbleDelay(SLOW_PIECES, SLOW_MILLIS));

    /** The answer that is given instead of carrying the request out; nothing: it is carried out. */
    Optional<Answer> instead() {
        return example().or(() -> preference.code().flatMap(this::answer));
    }

    /** The documented success, made-up where it is JSON; nothing where no such data are preferred. */
    Optional<Answer> dynamic(Answer documented) {
        if (!preference.isDynamic()) {
            return Optional.empty();
        }
        return Optional.of(operation
                .filter(known -> documented.is(MediaType.JSON))
                .flatMap(known -> madeUp(known.success()))
                .map(documented::withBody)
                .orElse(documented));
    }

    private Optional<String> madeUp(Response response) {
        return response.json().flatMap(content -> MadeUp.json(content.schema(), seed));
    }

    /** An answer, late or broken if that is preferred. */
    ResponseDefinition disturbed(ResponseDefinition answer) {
        var delay = preference.delay();
        var fault = fault();
        if (delay.isEmpty() && fault.isEmpty()) {
            return answer;
        }
        var disturbed = ResponseDefinitionBuilder.like(answer).but();
        delay.ifPresent(disturbed::withRandomDelay);
        fault.ifPresent(change -> change.accept(disturbed));
        return disturbed.build();
    }

    /** The preferences that are not followed → the reason. */
    Map<String, String> problems() {
        var problems = new LinkedHashMap<String, String>();
        preference.values().forEach((name, value) -> {
            String problem = problem(name, value);
            if (problem != null) {
                problems.put(name, problem);
            }
        });
        return problems;
    }

    private @Nullable String problem(String name, String value) {
        return switch (name) {
            case "code" ->
                preference.code().flatMap(this::answer).isPresent()
                        ? null
                        : "\"" + value + "\" is neither a documented status nor one from 400 to 599.";
            case "example" -> example().isPresent() ? null : "The operation has no example \"" + value + "\".";
            case "dynamic" -> dynamicProblem(value);
            case "seed" -> preference.seed().isPresent() ? null : "Expected a whole number of up to 18 digits.";
            case "delay" ->
                preference.delay().isPresent()
                        ? null
                        : "Expected 0 to 60000 milliseconds, such as 250, 100-300 or 90~0.4 (median and sigma).";
            case "fault" -> fault().isPresent() ? null : "Expected reset, empty, garbage, slow-body or none.";
            case "chance" -> preference.chance().isPresent() ? null : "Expected 0% to 100%.";
            default -> "The mock knows code, example, dynamic, seed, delay, fault and chance.";
        };
    }

    private @Nullable String dynamicProblem(String value) {
        if (!preference.isDynamic()) {
            return value.equals("false") ? null : "Expected true or false.";
        }
        var response = operation.flatMap(
                known -> known.response(preference.code().orElse(known.success().status())));
        return response.isEmpty()
                        || response.get().json().isEmpty()
                        || madeUp(response.get()).isPresent()
                ? null
                : "No data were found that fit the schema of the answer.";
    }

    private Optional<Consumer<ResponseDefinitionBuilder>> fault() {
        return preference.value("fault").map(FAULTS::get);
    }

    /** The example of that name, of the preferred status if there is one, else of the success first. */
    private Optional<Answer> example() {
        return preference
                .value("example")
                .flatMap(name -> responses()
                        .filter(response -> preference
                                .code()
                                .map(code -> code == response.status())
                                .orElse(true))
                        .flatMap(response -> response.content().values().stream()
                                .flatMap(content -> content.examples().stream()
                                        .filter(example -> example.name().equals(name))
                                        .map(example -> Examples.answer(response, content, example))))
                        .findFirst());
    }

    private Stream<Response> responses() {
        return operation.stream()
                .flatMap(known -> Stream.concat(Stream.of(known.success()), known.errors().values().stream()));
    }

    private Optional<Answer> answer(int status) {
        return responses()
                .filter(response -> response.status() == status)
                .findFirst()
                .map(this::answer)
                .or(() -> status >= 400 ? Optional.of(error(status)) : Optional.empty());
    }

    private Answer answer(Response response) {
        var documented = Examples.answer(response);
        return preference.isDynamic()
                ? madeUp(response).map(documented::withBody).orElse(documented)
                : documented;
    }

    private static Answer error(int status) {
        var answer = PostHogError.ofStatus(status).answer();
        return status == 429 ? answer.withHeader("Retry-After", PostHogError.RETRY_AFTER) : answer;
    }
}
