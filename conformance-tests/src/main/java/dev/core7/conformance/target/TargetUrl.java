package dev.core7.conformance.target;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Validates the URL of a target. Paths are appended to it, and reports show it. */
public final class TargetUrl {
    /** The problem of a URL that contains a user. */
    public static final String USER_PROBLEM =
            "the URL contains a user or password, which every report would show: put API keys under keys";

    /** An at sign in the path is not a user. */
    private static final Pattern AT_SIGN_IN_PATH = Pattern.compile("(?i:https?)://[^@/?#]+/.*", Pattern.DOTALL);

    private static final Pattern URL =
            Pattern.compile("(?i:https?)://(\\[[0-9A-Fa-f:.]+]|[^/:\\[\\]\\s\\\\]+)(:(?<port>[^/]*))?(/[^\\s\\\\]*)?");
    private static final int LAST_PORT = 65535;

    private TargetUrl() {}

    /** The problem of a URL; empty if it is valid. The text does not repeat the URL, which may contain a password. */
    public static Optional<String> problem(String url) {
        if (holdsUser(url)) {
            return Optional.of(USER_PROBLEM);
        }
        if (url.indexOf('?') >= 0 || url.indexOf('#') >= 0) {
            return Optional.of("the URL must not have a query or a fragment, because paths are appended to it");
        }
        var parts = URL.matcher(url);
        if (!parts.matches()) {
            return Optional.of("expected http:// or https://, a host, and optionally a port");
        }
        return isPort(parts) ? Optional.empty() : Optional.of("invalid port: expected a number from 1 to 65535");
    }

    /** Whether a URL, or a text that is not a valid one, contains a user. */
    public static boolean holdsUser(String url) {
        return url.indexOf('@') >= 0 && !AT_SIGN_IN_PATH.matcher(url).matches();
    }

    private static boolean isPort(Matcher parts) {
        var port = parts.group("port");
        return port == null
                || port.matches("\\d{1,5}") && Integer.parseInt(port) > 0 && Integer.parseInt(port) <= LAST_PORT;
    }
}
