package dev.core7.mock.auth;

import dev.core7.mock.http.MockRequest;
import dev.core7.mock.http.RequestUrl;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The key that a request brings.
 *
 * @param text the key as it was sent
 * @param source where it was found, in PostHog's words
 */
public record Credentials(String text, String source) {
    /** As PostHog reads it: the scheme in this case only, and a key of at least two characters. */
    private static final Pattern BEARER = Pattern.compile("Bearer\\s+(\\S.+)");

    /** The query parameter that may carry the key. */
    public static final String PARAMETER = "personal_api_key";

    /** The key in the {@code Authorization} header, else in the query; a header of another form counts as none. */
    public static Optional<Credentials> of(MockRequest request) {
        String header = request.header("Authorization");
        Matcher bearer = BEARER.matcher(header == null ? "" : header.strip());
        if (bearer.matches()) {
            return Optional.of(new Credentials(bearer.group(1), "Authorization header"));
        }
        String parameter = RequestUrl.parse(request.url()).first(PARAMETER);
        // A plus sign in a query means a blank, and no key has blanks.
        return parameter.isEmpty()
                ? Optional.empty()
                : Optional.of(new Credentials(parameter.replace(' ', '+'), "query string"));
    }
}
