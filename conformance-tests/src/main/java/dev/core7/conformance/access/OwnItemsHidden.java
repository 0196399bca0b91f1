package dev.core7.conformance.access;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.objects.RunMarks;
import dev.core7.conformance.result.Finding;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.spi.Evidence;
import dev.core7.contract.JsonPointer;
import dev.core7.contract.MediaType;
import dev.core7.contract.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A list of another project contains nothing of this project: no item with the mark of the run. Objects that are shared with other
 * projects are left out ({@code x-shared-if}).
 */
@AutoService(Check.class)
public final class OwnItemsHidden implements Check {
    private static final String RESULTS = "results";

    @Override
    public String id() {
        return "own-items-hidden";
    }

    @Override
    public Level level() {
        return Level.MUST;
    }

    @Override
    public String clause(Case sent) {
        return "the list of another project shows no object of this one";
    }

    @Override
    public boolean concerns(Case sent) {
        return sent.purpose() instanceof Purpose.OwnItemsElsewhere;
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        var items = exchange.acceptedItems().orElse(List.of());
        var mark = evidence.exchanges().stream()
                .map(other -> RunMarks.findPrefix(other.request().mark()))
                .flatMap(Optional::stream)
                .findFirst();
        if (items.isEmpty() || mark.isEmpty()) {
            return new Outcome.NotApplicable(
                    mark.isEmpty()
                            ? "the run has created no object"
                            : "status " + exchange.response().status() + " without items");
        }
        var schema = exchange.sent()
                .called()
                .success()
                .json()
                .map(MediaType::schema)
                .map(body -> body.properties().get(RESULTS))
                .flatMap(Schema::items);
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < items.size(); i++) {
            Object item = items.get(i);
            boolean isShared = schema.filter(s -> s.isShared(item)).isPresent();
            if (item instanceof Map<?, ?> && !isShared && RunMarks.carries(item, mark.get())) {
                findings.add(new Finding(
                        JsonPointer.child("/" + RESULTS, i),
                        "no object of this project",
                        "an item with " + RunMarks.findMark(item, mark.get())));
            }
        }
        return Outcome.of(findings);
    }
}
