package dev.core7.mock.preferences;

import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import dev.core7.contract.Response;
import dev.core7.mock.handler.ExampleResponses;
import dev.core7.mock.http.MockRequest;
import dev.core7.mock.http.MockResponse;
import dev.core7.mock.http.PostHogError;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The response that a request prefers: another documented response, generated data, an error, a delay, a connection fault.
 * Unknown preferences are ignored.
 *
 * @param seed the seed of generated data
 */
public record PreferredResponse(Preference preference, Optional<Operation> operation, long seed) {
    private static final String RETRY_AFTER = "Retry-After";

    /** Returns the response to send without carrying out the request; empty if it is to be carried out. */
    public Optional<MockResponse> instead() {
        return example().or(() -> preference.code().flatMap(this::response));
    }

    /** Returns the documented success with generated data if it is JSON; empty if no generated data are preferred. */
    public Optional<MockResponse> dynamic(MockResponse documented, MockRequest request) {
        if (!preference.isDynamic()) {
            return Optional.empty();
        }
        return Optional.of(operation
                .filter(op -> documented.is(MediaType.JSON))
                .flatMap(op -> GeneratedBody.of(op, request, seed))
                .map(documented::withBody)
                .orElse(documented));
    }

    private Optional<String> generated(Response response) {
        return GeneratedBody.of(response, seed);
    }

    /** Returns the preferences that cannot be followed → the reason. */
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
                preference.code().flatMap(this::response).isPresent()
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
            default -> "The mock supports only code, example, dynamic, seed, delay, fault and chance.";
        };
    }

    private @Nullable String dynamicProblem(String value) {
        if (!preference.isDynamic()) {
            return value.equals("false") ? null : "Expected true or false.";
        }
        var response = operation.flatMap(
                op -> op.response(preference.code().orElse(op.success().status())));
        return response.isEmpty()
                        || response.get().json().isEmpty()
                        || generated(response.get()).isPresent()
                ? null
                : "No data could be generated for the schema of the response.";
    }

    /** Returns the preferred connection fault; empty if none is preferred. */
    public Optional<ConnectionFault> fault() {
        return preference.value("fault").flatMap(ConnectionFault::parse);
    }

    /** Returns the preferred example: of the preferred status if there is one, else of the success, else of an error. */
    private Optional<MockResponse> example() {
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
                                        .map(example -> ExampleResponses.of(response, content, example))))
                        .findFirst());
    }

    private Stream<Response> responses() {
        return operation.stream().flatMap(op -> Stream.concat(Stream.of(op.success()), op.errors().values().stream()));
    }

    private Optional<MockResponse> response(int status) {
        return responses()
                .filter(response -> response.status() == status)
                .findFirst()
                .map(this::response)
                .or(() -> status >= 400 ? Optional.of(error(status)) : Optional.empty());
    }

    private MockResponse response(Response response) {
        var documented = ExampleResponses.of(response);
        return preference.isDynamic()
                ? generated(response).map(documented::withBody).orElse(documented)
                : documented;
    }

    /** Returns PostHog's error for a status. */
    private static MockResponse error(int status) {
        var response = PostHogError.ofStatus(status).response();
        return switch (status) {
            case 429 -> response.withHeader(RETRY_AFTER, PostHogError.RETRY_AFTER);
            case 503 -> response.withHeader(RETRY_AFTER, "1");
            default -> response;
        };
    }
}
