package dev.core7.conformance.relations;

import dev.core7.conformance.view.Page;
import dev.core7.contract.Contract;
import dev.core7.contract.Link;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import dev.core7.contract.Parameter;
import dev.core7.contract.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An operation that returns a list page by page.
 *
 * @param results the name of the array in its response
 */
record ListOperation(Operation operation, String results) {
    static final String LIMIT = "limit";
    static final String OFFSET = "offset";
    static final String CURSOR = "cursor";
    static final String CSV = "text/csv";

    /** The lists of a contract whose responses have a link to the next page. */
    static List<ListOperation> all(Contract contract) {
        return contract.operations().stream()
                .flatMap(operation -> of(operation).stream())
                .toList();
    }

    private static Optional<ListOperation> of(Operation operation) {
        return Optional.of(operation)
                .filter(Operation::isSafe)
                .flatMap(safe -> safe.success().json())
                .map(json -> json.schema().properties())
                .filter(properties -> properties.containsKey(Page.NEXT))
                .flatMap(properties -> properties.entrySet().stream()
                        .filter(property -> property.getValue().items().isPresent())
                        .map(Map.Entry::getKey)
                        .findFirst())
                .map(results -> new ListOperation(operation, results));
    }

    /** Kebab-case, to name cases by. */
    String name() {
        return operation.id().replace('_', '-');
    }

    boolean takes(String parameter) {
        return parameters().stream().anyMatch(p -> p.name().equals(parameter));
    }

    List<Parameter> parameters() {
        return operation.parameters().stream().filter(Parameter::inQuery).toList();
    }

    /** Whether a page can be requested by its offset. */
    boolean isByOffset() {
        return takes(LIMIT) && takes(OFFSET);
    }

    /** Whether the link to the previous page is judged. */
    boolean judgesPrevious() {
        return !operation.unjudged().containsKey("previous-page");
    }

    boolean hasCount() {
        return json().schema().properties().containsKey("count");
    }

    Schema item() {
        return json().schema().properties().get(results).items().orElseThrow();
    }

    /** The order of the items ({@code x-order}); empty if the contract does not say. */
    Optional<ListOrder> order() {
        return item().text("x-order").map(ListOrder::of);
    }

    private MediaType json() {
        return operation.success().json().orElseThrow();
    }

    /** The parameter that searches the texts with the mark; {@code by} is {@code part} or {@code word}. */
    Optional<String> search(String by) {
        return parameters().stream()
                .filter(parameter -> parameter.schema().keyword("x-search") instanceof Map<?, ?> search
                        && by.equals(search.get("by")))
                .map(Parameter::name)
                .findFirst();
    }

    /** The field that a search parameter searches. */
    String searchedField(String search) {
        return parameters().stream()
                .filter(parameter -> parameter.name().equals(search))
                .flatMap(parameter -> parameter.schema().keyword("x-search") instanceof Map<?, ?> hint
                        ? Stream.of(String.valueOf(hint.get("in")))
                        : Stream.empty())
                .findFirst()
                .orElse("");
    }

    /** The parameter that requests CSV, such as {@code format}. */
    Optional<Parameter> csvFormat() {
        return parameters().stream()
                .filter(parameter -> parameter.mediaTypes().containsValue(CSV))
                .findFirst();
    }

    /** The operation that updates an item of the list; it has a field for the mark of the run. */
    Optional<Operation> updater(Contract contract) {
        return ofItem(contract)
                .filter(update -> update.method().equals("PATCH"))
                .filter(update -> !ObjectCreator.markedFields(update).isEmpty())
                .findFirst();
    }

    /** The operation that returns an item of the list. */
    Optional<Operation> reader(Contract contract) {
        return ofItem(contract)
                .filter(Operation::isSafe)
                .filter(read -> read.success().json().isPresent())
                .findFirst();
    }

    /** The operations on one item of the list. */
    private Stream<Operation> ofItem(Contract contract) {
        var item = Pattern.compile(Pattern.quote(operation.path()) + "/?\\{[^/]+}/?");
        return contract.operations().stream()
                .filter(other -> item.matcher(other.path()).matches());
    }

    /** The path parameter of an operation on one item, with the id of the item. */
    static Map<String, String> pathOfItem(Operation ofItem, String id) {
        var parameters = ofItem.pathParameters();
        return Map.of(parameters.get(parameters.size() - 1).name(), id);
    }

    /** The operation that creates the items of the list; they can be removed, and have a field for the mark of the run. */
    Optional<Operation> creator(Contract contract) {
        return contract.operation("POST", operation.path())
                .filter(post -> post.success().links().stream().anyMatch(Link::cleanup))
                .filter(post -> !ObjectCreator.markedFields(post).isEmpty());
    }
}
