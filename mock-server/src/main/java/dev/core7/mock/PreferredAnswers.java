package dev.core7.mock;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import dev.core7.contract.Operation;
import dev.core7.contract.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a client prefers to the answer that it would get: another documented answer, an error, a delay, a broken
 * connection. What the mock does not know is no preference.
 */
record PreferredAnswers(Preference preference, Optional<Operation> operation) {
    private static final Map<String, Fault> FAULTS = Map.of(
            "reset", Fault.CONNECTION_RESET_BY_PEER,
            "empty", Fault.EMPTY_RESPONSE,
            "garbage", Fault.RANDOM_DATA_THEN_CLOSE);

    /** Nothing where the request has no preference, as nearly all have none. */
    static Optional<PreferredAnswers> of(Request request, Route route) {
        return request.containsHeader(Preference.HEADER)
                ? Optional.of(new PreferredAnswers(
                        Preference.parse(request.header(Preference.HEADER).values()),
                        route.operation(request.getMethod().value())))
                : Optional.empty();
    }

    /** The answer that is given instead of carrying the request out; nothing: it is carried out. */
    Optional<ResponseDefinition> instead() {
        return example().or(() -> preference.code().flatMap(this::answer)).map(Answer::definition);
    }

    /** An answer, late or broken if that is preferred. */
    ResponseDefinition disturbed(ResponseDefinition answer) {
        var delay = preference.delay();
        var fault = fault();
        if (delay.isEmpty() && fault.isEmpty()) {
            return answer;
        }
        var disturbed = ResponseDefinitionBuilder.like(answer).but();
        delay.ifPresent(disturbed::withFixedDelay);
        fault.ifPresent(disturbed::withFault);
        return disturbed.build();
    }

    /** The preferences that are not followed, each with the reason. */
    List<RequestViolation> unknown(Incoming request) {
        var unknown = new ArrayList<RequestViolation>();
        preference.values().forEach((name, value) -> {
            String problem = problem(name, value);
            if (problem != null) {
                unknown.add(Inspector.violation(request, Preference.HEADER + " " + name, problem));
            }
        });
        return unknown;
    }

    private @Nullable String problem(String name, String value) {
        return switch (name) {
            case "code" ->
                preference.code().flatMap(this::answer).isPresent()
                        ? null
                        : "\"" + value + "\" is neither a documented status nor one from 400 to 599.";
            case "example" -> example().isPresent() ? null : "The operation has no example \"" + value + "\".";
            case "delay" -> preference.delay().isPresent() ? null : "Expected 0 to 60000 milliseconds.";
            case "fault" -> fault().isPresent() ? null : "Expected reset, empty or garbage.";
            default -> "The mock knows code, example, delay and fault.";
        };
    }

    private Optional<Fault> fault() {
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
                .map(Examples::answer)
                .or(() -> status >= 400 ? Optional.of(error(status)) : Optional.empty());
    }

    private static Answer error(int status) {
        var answer = PostHogError.ofStatus(status).answer();
        return status == 429 ? answer.withHeader("Retry-After", PostHogError.RETRY_AFTER) : answer;
    }
}
