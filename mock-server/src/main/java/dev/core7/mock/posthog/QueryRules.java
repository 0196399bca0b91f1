package dev.core7.mock.posthog;

import dev.core7.contract.Operation;
import dev.core7.mock.http.PostHogError;
import dev.core7.mock.http.RequestUrl;
import dev.core7.mock.validation.RefusedPart;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The query parameters because of which PostHog refuses a request, or fails with 500: this mock then responds with 400. PostHog
 * ignores all other invalid parameters.
 */
final class QueryRules {
    private static final List<String> PROJECT_TOKENS = List.of("token", "api_key");

    private final Formats formats;

    QueryRules(Formats formats) {
        this.formats = formats;
    }

    List<RefusedPart> refused(Operation operation, RequestUrl url) {
        var refused = new ArrayList<RefusedPart>();
        format(operation, url).ifPresent(refused::add);
        if (operation.isSafe()) {
            PROJECT_TOKENS.stream()
                    .filter(name -> !url.value(name).isEmpty() && !isParameter(operation, name))
                    .forEach(name -> refused.add(new RefusedPart(
                            "query " + name, "PostHog looks for a project with this token.", unknownToken())));
        }
        if (operation.path().endsWith("/activity/")) {
            atLeast(1, "limit", url, refused);
            atLeast(1, "page", url, refused);
        } else if (operation.path().endsWith("/calculation_history/")
                || operation.path().endsWith("/persons/")) {
            atLeast(0, "limit", url, refused);
            atLeast(0, "offset", url, refused);
        }
        for (String name : List.of("search", "cursor", "item_id", "scope", "source_comment")) {
            if (isParameter(operation, name) && Texts.problem(url.value(name)).isPresent()) {
                refused.add(bad(name, "Null characters are not allowed."));
            }
        }
        if (isParameter(operation, "source_comment") && !isUuid(url.value("source_comment"))) {
            refused.add(bad("source_comment", "“" + url.value("source_comment") + "” is not a valid UUID."));
        }
        return refused;
    }

    /** Returns the 404 for a format that the operation does not offer. */
    Optional<RefusedPart> format(Operation operation, RequestUrl url) {
        String format = url.value(Formats.PARAMETER);
        return format.isEmpty() || formats.of(operation).containsKey(format)
                ? Optional.empty()
                : Optional.of(new RefusedPart(
                        "query " + Formats.PARAMETER,
                        "The operation responds only in the format "
                                + String.join(" or ", formats.of(operation).keySet()) + ".",
                        PostHogError.notFound("Not found.")));
    }

    private static PostHogError unknownToken() {
        return new PostHogError(
                401, "authentication_error", "authentication_failed", "Incorrect authentication credentials.", null);
    }

    private static boolean isParameter(Operation operation, String name) {
        return operation.parameters().stream()
                .anyMatch(parameter -> parameter.inQuery() && parameter.name().equals(name));
    }

    private static void atLeast(int least, String name, RequestUrl url, List<RefusedPart> refused) {
        if (isNumber(name, url, refused)) {
            number(name, url)
                    .filter(number -> number.compareTo(BigInteger.valueOf(least)) < 0)
                    .ifPresent(number -> refused.add(bad(name, name + " must not be less than " + least + ".")));
        }
    }

    private static boolean isNumber(String name, RequestUrl url, List<RefusedPart> refused) {
        boolean isWrong = url.query().containsKey(name) && number(name, url).isEmpty();
        if (isWrong) {
            refused.add(bad(name, name + " must be a whole number."));
        }
        return !isWrong;
    }

    private static Optional<BigInteger> number(String name, RequestUrl url) {
        String text = url.value(name);
        return text.contains(".") ? Optional.empty() : SerializerFields.number(text);
    }

    private static RefusedPart bad(String name, String detail) {
        return new RefusedPart("query " + name, detail, PostHogError.invalidInput(detail));
    }

    private static boolean isUuid(String text) {
        if (text.isEmpty()) {
            return true;
        }
        try {
            UUID.fromString(
                    text.matches("[0-9a-fA-F]{32}")
                            ? text.replaceFirst("(.{8})(.{4})(.{4})(.{4})", "$1-$2-$3-$4-")
                            : text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
