package dev.core7.conformance.flows;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.objects.Fixtures;
import dev.core7.conformance.spi.Channel;
import dev.core7.contract.Contract;
import dev.core7.contract.Json;
import dev.core7.contract.flow.Input;
import dev.core7.contract.flow.Scope.MissingValueException;
import dev.core7.contract.flow.Workflow;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Provides the inputs of a workflow: from the run, from the target file, or from earlier responses of the server. */
final class Inputs {
    /** The input whose value is a text that no other object contains. */
    private static final String MARK = "mark";

    /** The input whose value contains characters that servers often store incorrectly. */
    private static final String TEXT = "text";

    private static final String SPECIAL_CHARACTERS =
            " \"double\" 'single' \\back\\ <b>&amp;</b> 100% $1 {0} \t  tab \n line \u00e9 \ud83d\ude00 \u05e9\u05dc\u05d5\u05dd end";

    private static final String OTHER_PROJECT = "other_project/";

    private final Workflow workflow;
    private final Contract contract;
    private final Channel channel;
    private final String mark;
    private final Map<String, Object> known = new HashMap<>();

    Inputs(Workflow workflow, Contract contract, Channel channel) {
        this.workflow = workflow;
        this.contract = contract;
        this.channel = channel;
        // The final letter prevents that a search also finds a longer mark with the same beginning.
        this.mark = channel.mark(workflow.id()) + "m";
        known.put(MARK, mark);
        known.put(TEXT, mark + SPECIAL_CHARACTERS);
        known.putAll(channel.target().parameters());
    }

    /** Returns the value of an input. It is the same for every call. */
    Object value(String name) throws MissingValueException {
        var value = known.get(name);
        if (value == null) {
            value = look(workflow.input(name).orElseThrow());
            known.put(name, value);
        }
        return value;
    }

    private Object look(Input input) throws MissingValueException {
        if (input.fixture().isPresent()) {
            var fixture = input.fixture().get();
            var ids = fixtures(fixture.name());
            if (fixture.index() < ids.size()) {
                return typed(ids.get(fixture.index()), input);
            }
            boolean given = !channel.target()
                    .fixtures()
                    .getOrDefault(fixture.name(), List.of())
                    .isEmpty();
            if (given && ids.isEmpty()) {
                throw new MissingValueException(
                        Fixtures.usedUp(channel.target(), fixture.name(), ids), input.optional());
            }
            throw new MissingValueException(
                    "give " + (fixture.index() == 0 ? "an id" : "one more id") + " under fixtures."
                            + fixture.name().replace('/', '.') + " in the target file",
                    input.optional());
        }
        if (input.longest().isPresent()) {
            return filled(input.longest().get());
        }
        return input.find().flatMap(this::found).orElseThrow(() -> new MissingValueException(nothing(input)));
    }

    /** Returns the mark, extended to the maximum length of a field; the mark itself if the contract defines no maximum. */
    private String filled(Input.Longest longest) throws MissingValueException {
        int length = longest.in(contract).orElse(mark.length());
        if (length < mark.length()) {
            throw new MissingValueException("the contract limits `" + longest.field() + "` to " + length
                    + " characters, which is too short for the text by which the kit recognizes its objects");
        }
        return (mark + " " + "x".repeat(length)).substring(0, length).strip();
    }

    /** Returns an id of the target file, which is a text there, with the type that the API uses. */
    private static Object typed(String id, Input input) {
        return input.type().equals("integer") && id.matches("\\d{1,30}") ? new BigInteger(id) : id;
    }

    private List<String> fixtures(String name) {
        return name.startsWith(OTHER_PROJECT)
                ? channel.target()
                        .other()
                        .map(other -> other.objects().getOrDefault(name.substring(OTHER_PROJECT.length()), List.of()))
                        .orElse(List.of())
                : channel.fixtures(name);
    }

    /** Returns the first value in the responses of an operation. If it is not on the first page, reads the next pages. */
    private Optional<Object> found(Input.Find find) {
        var pages = new MorePages(find.operationId(), contract, channel);
        var found = seen(find);
        while (found.isEmpty() && pages.readNext()) {
            found = seen(find);
        }
        return found;
    }

    private Optional<Object> seen(Input.Find find) {
        return channel.exchanges().stream()
                .filter(e -> e.sent().called().id().equals(find.operationId()) && e.accepted())
                .filter(e -> !(e.sent().purpose() instanceof Purpose.OwnItemsElsewhere
                        || e.sent().purpose() instanceof Purpose.Elsewhere))
                .flatMap(Inputs::body)
                .flatMap(body -> find.in(body).stream())
                .findFirst();
    }

    private static Stream<Object> body(Exchange exchange) {
        try {
            return Stream.ofNullable(exchange.response().json());
        } catch (Json.NotJsonException e) {
            return Stream.empty();
        }
    }

    private String nothing(Input input) {
        return input.find()
                .map(find -> find.operationId() + " returned no "
                        + input.name().replace('_', ' ')
                        + new MorePages(find.operationId(), contract, channel).pagesRead()
                        + ": add such an object to the project")
                .orElse("input `" + input.name() + "` has no value: add it to x-inputs or to the target file");
    }

    /** Returns where the value of an input comes from, in English. */
    String origin(String name) {
        var input = workflow.input(name).orElseThrow();
        if (input.fixture().isPresent()) {
            return "from `fixtures." + input.fixture().get().name().replace('/', '.') + "` of the target file";
        }
        if (input.find().isPresent()) {
            return "from a response of " + input.find().get().operationId();
        }
        return channel.target().parameters().containsKey(name) ? "parameter `" + name + "`" : "the text that was sent";
    }
}
