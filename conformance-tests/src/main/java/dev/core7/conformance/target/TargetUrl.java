package dev.core7.conformance.target;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the url of a target has to be: where paths are appended, and nothing that reports may not show. */
public final class TargetUrl {
    /** What is wrong with a url that names a user. */
    public static final String USER_PROBLEM =
            "a url with a user or password would stand in every report: give keys under keys instead";

    /** Where an at sign names nobody, for it stands in a path. */
    private static final Pattern PATH = Pattern.compile("(?i:https?)://[^@/?#]+/.*", Pattern.DOTALL);

    private static final Pattern PLACE =
            Pattern.compile("(?i:https?)://(\\[[0-9A-Fa-f:.]+]|[^/:\\[\\]\\s\\\\]+)(:(?<port>[^/]*))?(/[^\\s\\\\]*)?");
    private static final int LAST_PORT = 65535;

    private TargetUrl() {}

    /** What is wrong with a url, in words that do not repeat it, for it may hold a password; empty where nothing is. */
    public static Optional<String> problem(String url) {
        if (holdsUser(url)) {
            return Optional.of(USER_PROBLEM);
        }
        if (url.indexOf('?') >= 0 || url.indexOf('#') >= 0) {
            return Optional.of("a url that paths are appended to has no query and no fragment");
        }
        var place = PLACE.matcher(url);
        if (!place.matches()) {
            return Optional.of("expected http:// or https://, a host, and a port where it is not the usual one");
        }
        return isPort(place) ? Optional.empty() : Optional.of("the port is none: expected a number from 1 to 65535");
    }

    /** Whether a url, or a text that was to be one, names a user. */
    public static boolean holdsUser(String url) {
        return url.indexOf('@') >= 0 && !PATH.matcher(url).matches();
    }

    private static boolean isPort(Matcher place) {
        var port = place.group("port");
        return port == null
                || port.matches("\\d{1,5}") && Integer.parseInt(port) > 0 && Integer.parseInt(port) <= LAST_PORT;
    }
}
