package dev.core7.mock;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The journal of what broke the contract, bounded: the oldest makes room for the newest. */
final class Violations {
    static final String HEADER = "Kit-Violations";

    private static final String EXPOSED = "Access-Control-Expose-Headers";
    private static final int REMEMBERED = 1_000;
    private static final int MAX_HEADER = 1_000;

    private final Deque<RequestViolation> journal = new ArrayDeque<>();
    private final List<Consumer<RequestViolation>> listeners = new CopyOnWriteArrayList<>();

    /** Tells every violation from now on to a listener too. */
    void listen(Consumer<RequestViolation> one) {
        listeners.add(one);
    }

    /** The answer that tells what was wrong with its request, to scripts in a browser too. */
    ResponseDefinition tell(List<RequestViolation> found, ResponseDefinition answer) {
        if (found.isEmpty()) {
            return answer;
        }
        tell(found);
        return ResponseDefinitionBuilder.like(answer)
                .but()
                .withHeader(HEADER, header(found))
                .withHeader(EXPOSED, HEADER)
                .build();
    }

    /** The same for an answer that WireMock does not send. */
    Answer tell(List<RequestViolation> found, Answer answer) {
        if (found.isEmpty()) {
            return answer;
        }
        tell(found);
        return answer.withHeader(HEADER, header(found)).withHeader(EXPOSED, HEADER);
    }

    /** Tells what was wrong with a request whose answer has no room for a header. */
    void tell(List<RequestViolation> found) {
        remember(found);
        found.forEach(violation -> listeners.forEach(one -> one.accept(violation)));
    }

    private synchronized void remember(List<RequestViolation> found) {
        journal.addAll(found);
        while (journal.size() > REMEMBERED) {
            journal.removeFirst();
        }
    }

    /** Oldest first. */
    synchronized List<RequestViolation> all() {
        return List.copyOf(journal);
    }

    /** The journal as {@code GET /__kit/violations} shows it. */
    Map<String, Object> json() {
        return Map.of("violations", all().stream().map(RequestViolation::json).toList());
    }

    synchronized void clear() {
        journal.clear();
    }

    private static String header(List<RequestViolation> found) {
        var header = new StringBuilder();
        for (int i = 0; i < found.size(); i++) {
            String told = found.get(i).told();
            if (header.length() + told.length() > MAX_HEADER) {
                return header.append(i == 0 ? "" : "; ")
                        .append(found.size() - i)
                        .append(" more")
                        .toString();
            }
            header.append(i == 0 ? "" : "; ").append(told);
        }
        return header.toString();
    }
}
