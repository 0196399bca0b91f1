package dev.core7.mock.jetty;

import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wiremock.org.eclipse.jetty.server.Request;

/**
 * What a request says about its sender. A web page can send requests to a server on the machine of its visitor, also under a host
 * name of its own that resolves to this machine (DNS rebinding). Browsers say so in {@code Origin}, {@code Sec-Fetch-Site} (W3C,
 * Fetch Metadata Request Headers) and {@code Host}.
 *
 * @param from the address of the sender, which a header cannot forge
 * @param receiver the address of this machine that received the request
 * @param host the host that the request names, in lower case; IPv6 addresses are in brackets
 * @param port the port that the request names
 * @param origin the header {@code Origin}
 * @param site the header {@code Sec-Fetch-Site}
 */
record Caller(
        InetAddress from,
        String receiver,
        String host,
        int port,
        @Nullable String origin,
        @Nullable String site) {
    private static final Pattern LOOPBACK = Pattern.compile("localhost|.+\\.localhost|127(\\.\\d{1,3}){3}|\\[::1]");
    private static final Set<String> OTHER_SITES = Set.of("cross-site", "same-site");

    static Caller of(Request request) {
        return new Caller(
                request.getRemoteInetSocketAddress().getAddress(),
                bracketed(request.getLocalAddr()),
                bracketed(request.getServerName()).toLowerCase(Locale.ROOT),
                request.getServerPort(),
                request.getHeader("Origin"),
                request.getHeader("Sec-Fetch-Site"));
    }

    private static String bracketed(String host) {
        return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    }

    /** Returns whether the request comes from this machine. */
    boolean isOnThisMachine() {
        return from.isLoopbackAddress();
    }

    /** Returns whether the request was sent by a page of another origin. */
    boolean isForeignPage() {
        return site != null && OTHER_SITES.contains(site) || origin != null && !isOwn(origin);
    }

    private boolean isOwn(String text) {
        return parsed(text)
                .filter(uri -> host.equalsIgnoreCase(uri.getHost()) && port == port(uri))
                .isPresent();
    }

    private static Optional<URI> parsed(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static int port(URI uri) {
        int byScheme = "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
        return uri.getPort() < 0 ? byScheme : uri.getPort();
    }

    /**
     * Returns whether the request names this machine: as loopback, by the address that received it, or by an allowed name.
     *
     * @param allowed host names in lower case
     */
    boolean namesThisMachine(Set<String> allowed) {
        return LOOPBACK.matcher(host).matches() || host.equals(receiver) || allowed.contains(host);
    }
}
