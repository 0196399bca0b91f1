package dev.core7.mock.jetty;

import dev.core7.mock.handler.ServedContract;
import dev.core7.mock.preferences.Preference;
import dev.core7.mock.routing.Route;
import dev.core7.mock.validation.ViolationJournal;
import dev.core7.mock.wiremock.BoundedRequestJournal;
import dev.core7.mock.wiremock.ContractStubs;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wiremock.jakarta.servlet.ServletException;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.handler.HandlerWrapper;

/**
 * Handles requests in front of WireMock as WireMock would with the contract's stubs, in a fraction of the time. Passes on everything
 * that needs more of WireMock: user stubs, faults, delays, preferences, requests of browsers, forms.
 */
public final class FastPathHandler extends HandlerWrapper {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Pattern FORM =
            Pattern.compile("multipart/|application/x-www-form-urlencoded", Pattern.CASE_INSENSITIVE);
    private static final List<String> WIREMOCK_HEADERS =
            List.of(Preference.HEADER, "Origin", "Cookie", "Content-Encoding");

    /** An invalid percent escape: WireMock refuses such a query, and could not parse it in its journal. */
    private static final Pattern INVALID_ESCAPE = Pattern.compile("%(?!\\p{XDigit}{2})");

    private static final String ACCEPTED = Accepted.class.getName();

    private final Supplier<ServedContract> contract;
    private final BooleanSupplier isOpen;
    private final ContractResponses responses;

    /** @param isOpen whether WireMock would use the contract's stubs only; called for each request */
    public FastPathHandler(
            Supplier<ServedContract> contract,
            BooleanSupplier isOpen,
            ViolationJournal violations,
            BoundedRequestJournal journal,
            ContractStubs stubs) {
        this.contract = contract;
        this.isOpen = isOpen;
        this.responses = new ContractResponses(violations, journal, stubs);
    }

    /**
     * Returns whether this handler handles a request without blocking, except for its body. It then does so even if a stub is added in
     * the meantime, because the caller may have no other thread for the request.
     */
    boolean accepts(Request request) {
        var accepted = accepted(request);
        accepted.ifPresent(value -> request.setAttribute(ACCEPTED, value));
        return accepted.isPresent();
    }

    @Override
    public void handle(String target, Request request, HttpServletRequest servlet, HttpServletResponse response)
            throws IOException, ServletException {
        var accepted =
                request.getAttribute(ACCEPTED) instanceof Accepted earlier ? Optional.of(earlier) : accepted(request);
        if (accepted.isEmpty()) {
            super.handle(target, request, servlet, response);
            return;
        }
        request.setHandled(true);
        respond(
                JettyRequest.read(request),
                accepted.get().route(),
                accepted.get().contract(),
                request);
    }

    private Optional<Accepted> accepted(Request request) {
        if (!isOpen.getAsBoolean() || !isSupported(request)) {
            return Optional.empty();
        }
        var served = contract.get();
        return served.route(request.getMethod(), request.getHttpURI().getPath())
                .map(route -> new Accepted(served, route));
    }

    private static boolean isSupported(Request request) {
        var fields = request.getHttpFields();
        for (String name : WIREMOCK_HEADERS) {
            if (fields.contains(name)) {
                return false;
            }
        }
        String query = request.getHttpURI().getQuery();
        // WireMock matches encoded paths.
        return METHODS.contains(request.getMethod())
                && request.getHttpURI().getPath().indexOf('%') < 0
                && (query == null
                        || query.indexOf('%') < 0
                        || !INVALID_ESCAPE.matcher(query).find())
                && !isForm(request.getContentType());
    }

    /** Returns whether the body is a form, whose fields WireMock's journal shows. */
    private static boolean isForm(@Nullable String contentType) {
        return contentType != null && FORM.matcher(contentType).lookingAt();
    }

    private void respond(JettyRequest request, Route route, ServedContract served, Request jetty) throws IOException {
        var event = responses.respond(request, route, served);
        event.headers().forEach(jetty.getResponse()::setHeader);
        JettyResponses.send(event.response(), jetty.getResponse());
    }

    /** A request that this handler has accepted. */
    private record Accepted(ServedContract contract, Route route) {}
}
