package dev.core7.conformance.access;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Paths;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The list of an object contains only items that name this object ({@code x-path-parameter}); the path says whose list it is. */
@AutoService(Check.class)
public final class ItemsOfParent implements Check {
    private static final String EXTENSION = "x-path-parameter";

    /** A list in the response, and the field of its items that has the value of a path parameter. */
    private record Place(String list, String field, String parameter) {}

    @Override
    public String id() {
        return "items-of-parent";
    }

    @Override
    public Level level() {
        return Level.MUST;
    }

    @Override
    public String clause(Case sent) {
        return "the list of an object contains only items of this object";
    }

    @Override
    public boolean concerns(Case sent) {
        return sent.purpose().isDocumented() && place(sent.called()).isPresent();
    }

    @Override
    public boolean onlyWhereApplicable() {
        return true;
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        var place = place(exchange.sent().called()).orElseThrow();
        var items = items(exchange, place.list());
        if (items.isEmpty()) {
            return new Outcome.NotApplicable("the response has no items");
        }
        String expected = Paths.parameter(
                exchange.sent().called().path(),
                place.parameter(),
                exchange.request().path());
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < items.size(); i++) {
            var actual = items.get(i) instanceof Map<?, ?> item
                    ? Paths.id(item.get(place.field()))
                    : Optional.<String>empty();
            if (actual.isPresent() && !actual.get().equals(expected)) {
                String where = JsonPointer.child(JsonPointer.child("/" + place.list(), i), place.field());
                findings.add(new Finding(where, expected + ", as in the path", actual.get()));
            }
        }
        return Outcome.of(findings);
    }

    private static List<?> items(Exchange exchange, String list) {
        return exchange.acceptedObject()
                .<List<?>>map(body -> body.get(list) instanceof List<?> items ? items : List.of())
                .orElse(List.of());
    }

    private static Optional<Place> place(Operation operation) {
        var schema = operation
                .success()
                .observed()
                .or(() -> operation.success().json().map(MediaType::schema));
        return schema.stream()
                .flatMap(s -> s.properties().entrySet().stream())
                .flatMap(list -> list.getValue().items().map(Schema::properties).stream()
                        .flatMap(fields -> fields.entrySet().stream())
                        .flatMap(field -> field.getValue().text(EXTENSION).stream()
                                .map(parameter -> new Place(list.getKey(), field.getKey(), parameter))))
                .findFirst();
    }
}
