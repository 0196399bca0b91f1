package dev.core7.mock.doors;

import java.util.List;
import java.util.Map;

/**
 * The page for people, top to bottom.
 *
 * @param title the name of the API
 * @param version the version of the contract
 * @param address where the mock was called
 * @param answers where its answers come from
 * @param keys how keys are written
 * @param violations newest first, as the journal tells them: {@code request}, {@code where}, {@code detail}
 * @param requests newest first
 */
public record FrontPage(
        String title,
        String version,
        String address,
        String answers,
        List<Key> keys,
        List<Entry> operations,
        List<Map<String, Object>> violations,
        List<Seen> requests) {
    /** How many requests, and how many violations, it shows at most. */
    public static final int SHOWN = 50;

    /** A key by its text, and what it may do. */
    public record Key(String text, String says) {}

    /** The page as HTML without scripts, in which whatever a request said is text. */
    public Document html() {
        return HtmlTemplate.load("page.html").fill(this);
    }

    int operationCount() {
        return operations.size();
    }

    String violationCount() {
        return count(violations);
    }

    String requestCount() {
        return count(requests);
    }

    private static String count(List<?> shown) {
        return shown.size() + (shown.size() < SHOWN ? "" : " or more");
    }

    boolean anyViolation() {
        return !violations.isEmpty();
    }

    boolean anyRequest() {
        return !requests.isEmpty();
    }
}
