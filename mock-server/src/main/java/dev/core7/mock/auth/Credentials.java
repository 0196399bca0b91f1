package dev.core7.mock.auth;

import dev.core7.contract.Json;
import dev.core7.mock.http.MockRequest;
import dev.core7.mock.http.RequestUrl;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The key in a request.
 *
 * @param text the key as it was sent
 * @param source its location, in PostHog's words
 */
public record Credentials(String text, String source) {
    /** PostHog's form: the scheme is case-sensitive, and the key has at least two characters. */
    private static final Pattern BEARER = Pattern.compile("Bearer\\s+(\\S.+)");

    /** The query parameter, or the field of a JSON body, that may contain the key. */
    public static final String PARAMETER = "personal_api_key";

    /** Returns the key in the {@code Authorization} header, else in the body, else in the query; other headers are ignored. */
    public static Optional<Credentials> of(MockRequest request) {
        var inHeader = inHeader(request);
        if (inHeader.isPresent()) {
            return inHeader;
        }
        var field = bodyField(request);
        if (field.isPresent()) {
            return Optional.of(new Credentials(field.get(), "body"));
        }
        String parameter = RequestUrl.parse(request.url()).value(PARAMETER);
        // A plus sign in a query is decoded as a space, and keys contain no spaces.
        return parameter.isEmpty()
                ? Optional.empty()
                : Optional.of(new Credentials(parameter.replace(' ', '+'), "query string"));
    }

    /** Returns the key in the {@code Authorization} header; then a server does not look for one elsewhere. */
    public static Optional<Credentials> inHeader(MockRequest request) {
        String header = request.header("Authorization");
        Matcher bearer = BEARER.matcher(header == null ? "" : header.strip());
        return bearer.matches()
                ? Optional.of(new Credentials(bearer.group(1), "Authorization header"))
                : Optional.empty();
    }

    private static Optional<String> bodyField(MockRequest request) {
        String body = request.text();
        try {
            return body.contains('"' + PARAMETER + '"')
                            && Json.parse(body) instanceof Map<?, ?> fields
                            && fields.get(PARAMETER) instanceof String key
                    ? Optional.of(key)
                    : Optional.empty();
        } catch (Json.NotJsonException e) {
            return Optional.empty();
        }
    }
}
