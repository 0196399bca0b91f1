package dev.core7.conformance.report;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.run.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The response times of one operation. No clause judges them.
 *
 * @param p95 the 95th percentile
 * @param bar the length of the bar for {@code p95}, at most {@link #FULL}
 * @param tick the position of the median in the bar
 */
record Timing(String operation, String requests, String median, String p95, int bar, int tick) {
    /** The length of the longest bar, in units of the SVG image. */
    static final int FULL = 200;

    static List<Timing> of(Report report) {
        var byOperation = new LinkedHashMap<String, List<Duration>>();
        report.contract().operations().forEach(operation -> byOperation.put(operation.id(), new ArrayList<>()));
        for (Exchange exchange : report.exchanges()) {
            byOperation
                    .computeIfAbsent(exchange.sent().called().id(), id -> new ArrayList<>())
                    .add(exchange.response().took());
        }
        byOperation.values().removeIf(List::isEmpty);
        byOperation.values().forEach(times -> times.sort(null));
        long longest = byOperation.values().stream()
                .mapToLong(times -> percentile(times, 95).toMillis())
                .max()
                .orElse(0);
        return byOperation.entrySet().stream()
                .map(e -> of(e, Math.max(longest, 1)))
                .toList();
    }

    private static Timing of(Map.Entry<String, List<Duration>> operation, long longest) {
        var times = operation.getValue();
        var median = percentile(times, 50);
        var p95 = percentile(times, 95);
        return new Timing(
                operation.getKey(),
                Formats.number(times.size()),
                Formats.duration(median),
                Formats.duration(p95),
                (int) (FULL * p95.toMillis() / longest),
                (int) (FULL * median.toMillis() / longest));
    }

    /** Returns a percentile of the response times by the nearest-rank method. */
    private static Duration percentile(List<Duration> sorted, int percent) {
        return sorted.get((sorted.size() * percent + 99) / 100 - 1);
    }
}
