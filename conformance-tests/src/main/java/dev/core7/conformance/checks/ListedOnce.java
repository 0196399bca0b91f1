package dev.core7.conformance.checks;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Paths;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.result.Finding;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.spi.Evidence;
import dev.core7.contract.JsonPointer;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import dev.core7.contract.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** No response lists an object twice, whatever the values of its fields are. */
@AutoService(Check.class)
public final class ListedOnce implements Check {
    private static final String ID = "id";

    /** An array in the response, and the schema of its items. */
    private record Place(String list, Schema item) {}

    @Override
    public String id() {
        return "listed-once";
    }

    @Override
    public Level level() {
        return Level.MUST;
    }

    @Override
    public String clause(Case sent) {
        return "a list shows each object once";
    }

    @Override
    public boolean concerns(Case sent) {
        var purpose = sent.purpose();
        boolean lists = purpose.isDocumented()
                || purpose.isDocumentedInOtherForm()
                || purpose instanceof Purpose.ReadBack
                || purpose instanceof Purpose.LastLook;
        return lists && place(sent.called()).isPresent();
    }

    @Override
    public boolean onlyWhereApplicable() {
        return true;
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        var place = place(exchange.sent().called()).orElseThrow();
        var items = exchange.acceptedObject()
                .<List<?>>map(body -> body.get(place.list()) instanceof List<?> list ? list : List.of())
                .orElse(List.of());
        if (items.isEmpty()) {
            return new Outcome.NotApplicable("the response has no items");
        }
        var first = new HashMap<String, Integer>();
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < items.size(); i++) {
            if (!(items.get(i) instanceof Map<?, ?> item)) {
                continue;
            }
            var id = Paths.id(item.get(ID));
            var before = id.map(first::get);
            if (before.isEmpty()) {
                int index = i;
                id.ifPresent(text -> first.put(text, index));
            } else if (isSame(item, items.get(before.get()), place.item())) {
                findings.add(new Finding(
                        JsonPointer.child(JsonPointer.child("/" + place.list(), i), ID),
                        "an object that the list has not shown before",
                        id.get() + ", as at /" + place.list() + "/" + before.get()));
            }
        }
        return Outcome.of(findings);
    }

    /**
     * Whether two items with the same id are the same object. A server may number the objects of each project, so an object that
     * other projects see too may have the id of another one; their values then differ.
     */
    private static boolean isSame(Map<?, ?> one, @Nullable Object other, Schema schema) {
        boolean isOfThisProject = !schema.isShared(one) && !schema.isShared(other);
        return isOfThisProject
                || other instanceof Map<?, ?> fields
                        && schema.properties().entrySet().stream()
                                .filter(property -> property.getValue().keyword("x-changes-by-itself") == null)
                                .map(Map.Entry::getKey)
                                .allMatch(name -> Objects.equals(one.get(name), fields.get(name)));
    }

    /** The list whose items have an id, in a documented or an observed body. */
    private static Optional<Place> place(Operation operation) {
        var success = operation.success();
        return operation.isSafe()
                ? success.json().map(MediaType::schema).or(success::observed).stream()
                        .flatMap(schema -> schema.properties().entrySet().stream())
                        .flatMap(list -> list.getValue().items().stream()
                                .filter(item -> item.properties().containsKey(ID))
                                .map(item -> new Place(list.getKey(), item)))
                        .findFirst()
                : Optional.empty();
    }
}
