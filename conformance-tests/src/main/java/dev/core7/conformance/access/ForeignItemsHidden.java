package dev.core7.conformance.access;

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
import dev.core7.conformance.view.Page;
import dev.core7.conformance.view.Views;
import dev.core7.contract.JsonPointer;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import dev.core7.contract.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A list of the own project contains no object of another project that the target file lends, nor an item about such an object
 * ({@code x-refers-to}), nor an item that the list of the other project shows to its key. Objects that are shared with other
 * projects are left out ({@code x-shared-if}).
 */
@AutoService(Check.class)
public final class ForeignItemsHidden implements Check {
    private static final String RESULTS = "results";

    /** A field of the items of a list, and the path segment that lists the objects whose ids it has. */
    private record Place(String field, String collection, Schema item) {}

    @Override
    public String id() {
        return "foreign-items-hidden";
    }

    @Override
    public Level level() {
        return Level.MUST;
    }

    @Override
    public String clause(Case sent) {
        return "the list contains no object of another project";
    }

    @Override
    public boolean concerns(Case sent) {
        return (sent.purpose().isDocumented() || sent.purpose() instanceof Purpose.AfterElsewhere)
                && place(sent.called()).isPresent();
    }

    @Override
    public boolean onlyWhereApplicable() {
        return true;
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        var operation = exchange.sent().called();
        var place = place(operation).orElseThrow();
        var foreign = evidence.foreignIds(exchange, place.collection());
        var items = exchange.acceptedItems().orElse(List.of());
        var elsewhere = evidence.derived(ForeignItems.class, ForeignItems::in).of(operation);
        boolean knowsNone = foreign.isEmpty() && elsewhere.isEmpty();
        if (knowsNone || items.isEmpty()) {
            return new Outcome.NotApplicable(
                    knowsNone ? "no object of another project is known" : "the response has no items");
        }
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < items.size(); i++) {
            if (!(items.get(i) instanceof Map<?, ?> item) || place.item().isShared(item)) {
                continue;
            }
            var id = Paths.id(item.get(place.field()));
            if (id.filter(foreign::contains).isPresent() && !evidence.isOwn(operation, item.get(place.field()))) {
                findings.add(new Finding(
                        JsonPointer.child(JsonPointer.child("/" + RESULTS, i), place.field()),
                        "no object of another project",
                        id.get() + ", which the target file lists as one of another project"));
            } else if (isAlike(item, elsewhere.get(Page.id(item)))) {
                findings.add(new Finding(
                        JsonPointer.child("/" + RESULTS, i),
                        "no item of another project",
                        "item " + Page.id(item) + ", as the list of the other project shows it"));
            }
        }
        return Outcome.of(findings);
    }

    private static boolean isAlike(Map<?, ?> item, @Nullable Map<?, ?> other) {
        return other != null && Views.fields(item, other).isEmpty();
    }

    /** Returns the field that refers to objects, or the id if the path of the operation lists the objects themselves. */
    private static Optional<Place> place(Operation operation) {
        var item = operation
                .success()
                .observed()
                .or(() -> operation.success().json().map(MediaType::schema))
                .filter(schema -> operation.isSafe())
                .map(schema -> schema.properties().get(RESULTS))
                .flatMap(Schema::items);
        var referring = item.stream()
                .flatMap(schema -> schema.properties().entrySet().stream())
                .flatMap(field -> field.getValue().text("x-refers-to").stream()
                        .map(collection -> new Place(field.getKey(), collection, item.get())))
                .findFirst();
        return referring.or(() -> item.filter(schema -> schema.properties().containsKey("id"))
                .map(schema -> new Place("id", lastSegment(operation.path()), schema)));
    }

    private static String lastSegment(String path) {
        String plain = Paths.withoutSlash(path);
        return plain.substring(plain.lastIndexOf('/') + 1);
    }
}
