package dev.core7.mock;

import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import dev.core7.contract.Parameter;
import dev.core7.mock.state.Address;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The documented success of an operation in one media type, under the name of the stub that plays it.
 *
 * @param stubId the id of that stub
 * @param asked the query parameter and value that ask for the media type; empty: it is the usual one
 */
record Documented(String name, UUID stubId, Optional<Asked> asked, Answer answer) {
    /** Stands where a path of the contract does not offer the method. */
    static final Documented NOT_OFFERED = of("method not allowed", Optional.empty(), new Answer(405, Map.of(), ""));

    /** A query parameter and its value, such as {@code format=csv}. */
    record Asked(String parameter, String value) {
        private boolean isIn(Address address) {
            return address.query().getOrDefault(parameter, List.of()).contains(value);
        }
    }

    /** Every media type that an operation answers in, the usual one first. */
    static List<Documented> of(Operation operation) {
        var documented = new ArrayList<Documented>();
        String usual = operation.success().json().map(MediaType::name).orElse("");
        documented.add(of(operation.id(), Optional.empty(), Examples.answer(operation.success(), usual)));
        operation.parameters().stream()
                .filter(Parameter::inQuery)
                .forEach(parameter -> parameter.mediaTypes().forEach((value, mediaType) -> {
                    if (!mediaType.equals(usual)) {
                        documented.add(of(
                                operation.id() + " " + parameter.name() + "=" + value,
                                Optional.of(new Asked(parameter.name(), value)),
                                Examples.answer(operation.success(), mediaType)));
                    }
                }));
        return documented;
    }

    /** The one of several that a request asks for. */
    static Documented choose(List<Documented> usualFirst, Incoming request) {
        var usual = usualFirst.get(0);
        if (usualFirst.size() == 1) {
            return usual;
        }
        var address = Address.parse(request.url());
        return usualFirst.stream()
                .filter(documented ->
                        documented.asked.map(asked -> asked.isIn(address)).orElse(false))
                .findFirst()
                .orElse(usual);
    }

    private static Documented of(String name, Optional<Asked> asked, Answer answer) {
        return new Documented(name, stubId(name), asked, answer);
    }

    /** The id of the stub of that name, the same on every mock. */
    static UUID stubId(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
