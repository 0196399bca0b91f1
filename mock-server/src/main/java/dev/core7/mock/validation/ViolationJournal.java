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
    /** The response header that reports violations. */
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
    public MockResponse report(List<RequestViolation> violations, MockResponse response) {
        if (violations.isEmpty()) {
            return response;
        }
        report(violations);
        var result = response;
        for (var header : headers(violations).entrySet()) {
            result = result.withHeader(header.getKey(), header.getValue());
        }
        return result;
    }

    /** Records violations and passes them to the listeners. */
    public void report(List<RequestViolation> violations) {
        append(violations);
        violations.forEach(violation -> listeners.forEach(listener -> listener.accept(violation)));
    }

    /** Returns the headers that report violations, to scripts in a browser too. */
    public static Map<String, String> headers(List<RequestViolation> violations) {
        return Map.of(HEADER, header(violations), EXPOSED, HEADER);
    }

    private synchronized void append(List<RequestViolation> violations) {
        journal.addAll(violations);
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

    /** Removes all recorded violations. */
    public synchronized void clear() {
        journal.clear();
    }

    private static String header(List<RequestViolation> violations) {
        var header = new StringBuilder();
        for (int i = 0; i < violations.size(); i++) {
            String line = violations.get(i).line();
            if (header.length() + line.length() > MAX_HEADER) {
                return header.append(i == 0 ? "" : "; ")
                        .append(violations.size() - i)
                        .append(" more")
                        .toString();
            }
            header.append(i == 0 ? "" : "; ").append(line);
        }
        return header.toString();
    }
}
