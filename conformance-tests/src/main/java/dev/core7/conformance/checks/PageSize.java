package dev.core7.conformance.checks;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.spi.Evidence;
import dev.core7.contract.Operation;
import dev.core7.contract.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A page of a list has at most as many items as the request allows: {@code limit} of a list with {@code offset}. */
@AutoService(Check.class)
public final class PageSize implements Check {
    private static final String LIMIT = "limit";
    private static final String RESULTS = "results";

    /** Longer numbers are legal, but no page is that long. */
    private static final int DIGITS = 9;

    @Override
    public String id() {
        return "page-size";
    }

    @Override
    public Level level() {
        return Level.MUST;
    }

    @Override
    public String clause(Case sent) {
        return "a page has at most as many items as limit says";
    }

    @Override
    public boolean concerns(Case sent) {
        return sent.purpose().isDocumented() && hasPages(sent.called());
    }

    @Override
    public boolean onlyWhereApplicable() {
        return true;
    }

    private static boolean hasPages(Operation operation) {
        var names = operation.parameters().stream()
                .filter(Parameter::inQuery)
                .map(Parameter::name)
                .toList();
        return operation.isSafe()
                && names.containsAll(List.of(LIMIT, "offset"))
                && operation.success().json().stream()
                        .anyMatch(json -> json.schema().properties().containsKey(RESULTS));
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        var limit = limit(exchange.request().path());
        var items = exchange.acceptedItems();
        if (limit.isEmpty() || items.isEmpty()) {
            return new Outcome.NotApplicable(
                    limit.isEmpty() ? "the request has no limit" : "the response is not a list");
        }
        return items.get().size() <= limit.get()
                ? Outcome.passed()
                : Outcome.failed(
                        "/" + RESULTS,
                        "at most " + limit.get() + " items, because of limit=" + limit.get(),
                        items.get().size() + " items");
    }

    /** The value of the parameter; empty if the request has none, several, or one that is not a positive number. */
    private static Optional<Integer> limit(String path) {
        String query = path.contains("?") ? path.substring(path.indexOf('?') + 1) : "";
        var values = Arrays.stream(query.split("&"))
                .filter(parameter -> parameter.startsWith(LIMIT + "="))
                .map(parameter -> parameter.substring(LIMIT.length() + 1))
                .toList();
        return values.size() == 1 && values.get(0).matches("[1-9]\\d{0," + (DIGITS - 1) + "}")
                ? Optional.of(Integer.valueOf(values.get(0)))
                : Optional.empty();
    }
}
