package dev.core7.mock.web;

import java.util.List;
import java.util.Map;

/**
 * The mock's home page.
 *
 * @param title the name of the API
 * @param version the version of the contract
 * @param address the base URL that the caller used
 * @param source where the responses come from
 * @param keys examples of keys
 * @param neighbours the operations beside the contract
 * @param violations newest first, as in the violation journal: {@code request}, {@code where}, {@code detail},
 *     {@code outcome}
 * @param requests newest first
 */
public record HomePage(
        String title,
        String version,
        String address,
        String source,
        List<Key> keys,
        List<OperationEntry> operations,
        List<OperationEntry> neighbours,
        List<Map<String, Object>> violations,
        List<RequestEntry> requests) {
    /** The maximum number of requests and of violations on the page. */
    public static final int MAX_ENTRIES = 50;

    /** A key and what it permits. */
    public record Key(String text, String permits) {}

    /** Renders the page as HTML without scripts; values from requests are escaped. */
    public Document html() {
        return HtmlTemplate.load("page.html").fill(this);
    }

    int operationCount() {
        return operations.size();
    }

    int neighbourCount() {
        return neighbours.size();
    }

    boolean anyNeighbour() {
        return !neighbours.isEmpty();
    }

    String violationCount() {
        return count(violations);
    }

    String requestCount() {
        return count(requests);
    }

    private static String count(List<?> shown) {
        return shown.size() + (shown.size() < MAX_ENTRIES ? "" : " or more");
    }

    boolean anyViolation() {
        return !violations.isEmpty();
    }

    boolean anyRequest() {
        return !requests.isEmpty();
    }
}
