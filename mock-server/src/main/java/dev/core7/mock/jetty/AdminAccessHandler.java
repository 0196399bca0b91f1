package dev.core7.mock.jetty;

import dev.core7.mock.http.PostHogError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wiremock.jakarta.servlet.ServletException;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.http.HttpFields;
import wiremock.org.eclipse.jetty.http.HttpHeader;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.handler.HandlerWrapper;

/**
 * Restricts WireMock's admin API, and other requests that change the mock, to programs on this machine: web pages of other origins
 * and other machines have no access, unless they send the admin token, if there is one, as {@code Authorization: Token …}. The
 * MCP endpoint is closed to such pages, too (MCP, Transports, Security Warning). None of these endpoints sends CORS headers.
 */
public final class AdminAccessHandler extends HandlerWrapper {
    private final Optional<String> token;
    private final Set<String> allowedHosts;

    /**
     * Creates the handler.
     *
     * @param token the admin token; empty: there is none
     * @param allowedHosts further names of this server in lower case, such as that of a container
     */
    public AdminAccessHandler(Optional<String> token, Set<String> allowedHosts) {
        this.token = token;
        this.allowedHosts = allowedHosts;
    }

    @Override
    public void handle(String target, Request request, HttpServletRequest servlet, HttpServletResponse response)
            throws IOException, ServletException {
        if (!isOwn(target)) {
            super.handle(target, request, servlet, response);
            return;
        }
        var refusal = refusal(target, request.getMethod(), request.getHeader("Authorization"), Caller.of(request));
        if (refusal.isPresent()) {
            request.setHandled(true);
            JettyResponses.send(PostHogError.denied(refusal.get()).response(), request.getResponse());
        } else {
            request.setHttpFields(HttpFields.build(request.getHttpFields()).remove(HttpHeader.ORIGIN));
            super.handle(target, request, servlet, response);
        }
    }

    /** Returns why a request is refused. */
    Optional<String> refusal(String path, String method, @Nullable String authorization, Caller caller) {
        boolean administers = administers(path, method);
        if (!administers && !isMcp(path) || hasToken(authorization)) {
            return Optional.empty();
        }
        if (administers && !caller.isOnThisMachine()) {
            return Optional.of("Administer the mock from its own machine, or send its admin token.");
        }
        if (caller.isForeignPage()) {
            return Optional.of("A page of another origin needs the admin token for this endpoint.");
        }
        return caller.namesThisMachine(allowedHosts)
                ? Optional.empty()
                : Optional.of(
                        "This endpoint needs a host that is this machine: send the request to localhost, or start the"
                                + " mock with --allow-host and the name.");
    }

    /** Returns whether a path is an endpoint of the mock itself, not of the API. */
    private static boolean isOwn(String path) {
        return path.equals("/") || path.startsWith("/__admin") || path.startsWith("/__kit") || isMcp(path);
    }

    /** Returns whether a path is the MCP endpoint. */
    static boolean isMcp(String path) {
        return path.equals("/mcp") || path.equals("/mcp/");
    }

    /** Returns whether a request administers the mock. Reading the mock's own endpoints does not. */
    static boolean administers(String path, String method) {
        boolean reads = method.equals("GET") || method.equals("HEAD");
        return path.startsWith("/__admin") || path.startsWith("/__kit") && !reads;
    }

    private boolean hasToken(@Nullable String authorization) {
        return authorization != null
                && token.filter(expected -> MessageDigest.isEqual(bytes("Token " + expected), bytes(authorization)))
                        .isPresent();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
