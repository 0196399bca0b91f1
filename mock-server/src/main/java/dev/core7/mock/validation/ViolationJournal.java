package dev.core7.mock.validation;

import dev.core7.mock.http.MockResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Records the last thousand violations of the contract and reports them to listeners. */
public final class ViolationJournal {
    public static final String HEADER = "Kit-Violations";

    private static final String EXPOSED = "Access-Control-Expose-Headers";
    private static final int MAX_RECORDED = 1_000;
    private static final int MAX_HEADER = 1_000;

    private final Deque<RequestViolation> journal = new ArrayDeque<>();
    private final List<Consumer<RequestViolation>> listeners = new CopyOnWriteArrayList<>();

    /** Adds a listener for future violations. */
    public void listen(Consumer<RequestViolation> listener) {
        listeners.add(listener);
    }

    /** Records violations and returns the response with the headers that report them. */
    public MockResponse report(List<RequestViolation> found, MockResponse response) {
        if (found.isEmpty()) {
            return response;
        }
        report(found);
        var reporting = response;
        for (var header : headers(found).entrySet()) {
            reporting = reporting.withHeader(header.getKey(), header.getValue());
        }
        return reporting;
    }

    /** Records violations and passes them to the listeners. */
    public void report(List<RequestViolation> found) {
        remember(found);
        found.forEach(violation -> listeners.forEach(listener -> listener.accept(violation)));
    }

    /** Returns the headers that report violations, to scripts in a browser too. */
    public static Map<String, String> headers(List<RequestViolation> found) {
        return Map.of(HEADER, header(found), EXPOSED, HEADER);
    }

    private synchronized void remember(List<RequestViolation> found) {
        journal.addAll(found);
        while (journal.size() > MAX_RECORDED) {
            journal.removeFirst();
        }
    }

    /** Returns the recorded violations, oldest first. */
    public synchronized List<RequestViolation> all() {
        return List.copyOf(journal);
    }

    /** Returns the recorded violations in the form of {@code GET /__kit/violations}. */
    public Map<String, Object> json() {
        return Map.of("violations", all().stream().map(RequestViolation::json).toList());
    }

    public synchronized void clear() {
        journal.clear();
    }

    private static String header(List<RequestViolation> found) {
        var header = new StringBuilder();
        for (int i = 0; i < found.size(); i++) {
            String line = found.get(i).line();
            if (header.length() + line.length() > MAX_HEADER) {
                return header.append(i == 0 ? "" : "; ")
                        .append(found.size() - i)
                        .append(" more")
                        .toString();
            }
            header.append(i == 0 ? "" : "; ").append(line);
        }
        return header.toString();
    }
}
