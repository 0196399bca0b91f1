package dev.core7.conformance.flows;

import dev.core7.conformance.exchange.Exchange;
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

/** The inputs of a workflow: from the run, from the target file, or from what the server has shown before. */
final class Inputs {
    /** The input that is a text of this workflow's own. */
    private static final String MARK = "mark";

    /** The input that is a text which is easily mangled. */
    private static final String TEXT = "text";

    private static final String EASILY_MANGLED =
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
        // With a letter at its end, so that a search for it does not find a mark that begins alike.
        this.mark = channel.mark(workflow.id()) + "m";
        known.put(MARK, mark);
        known.put(TEXT, mark + EASILY_MANGLED);
        known.putAll(channel.target().parameters());
    }

    /** The value of an input, the same whenever it is asked for. */
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

    /** The mark with as much behind it as the contract lets the field have; where it says nothing of that, the mark alone. */
    private String filled(Input.Longest longest) throws MissingValueException {
        int length = longest.in(contract).orElse(mark.length());
        if (length < mark.length()) {
            throw new MissingValueException("the contract lets " + longest.field() + " have " + length
                    + " characters, fewer than the texts by which the kit knows its objects again");
        }
        return (mark + " " + "x".repeat(length)).substring(0, length).strip();
    }

    /** Ids are texts in a target file, and numbers in an answer where the API has numbers. */
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

    /** The first value in what the operation has answered; what its first page does not have may be on one of the next. */
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
                .map(find -> find.operationId() + " has shown no "
                        + input.name().replace('_', ' ')
                        + new MorePages(find.operationId(), contract, channel).told()
                        + ": put an object with one into the project")
                .orElse("nothing supplies the input " + input.name());
    }
}
