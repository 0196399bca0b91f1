package dev.core7.mock;

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
 * Answers in front of WireMock what it would answer by the contract's stubs, in a fraction of the time. It steps aside for all that
 * needs more of WireMock: a stub of the user's, a fault, a delay, a preference, a browser's request, a form.
 */
final class FastLane extends HandlerWrapper {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Pattern FORM =
            Pattern.compile("multipart/|application/x-www-form-urlencoded", Pattern.CASE_INSENSITIVE);
    private static final List<String> ASIDE = List.of(Preference.HEADER, "Origin", "Cookie", "Content-Encoding");

    /** WireMock refuses such a query, and could not read it later in its journal. */
    private static final Pattern LONELY_PERCENT = Pattern.compile("%(?!\\p{XDigit}{2})");

    private static final String TICKET = Ticket.class.getName();

    private final Supplier<PlayedContract> play;
    private final BooleanSupplier isOpen;
    private final Violations violations;
    private final RecentRequests journal;

    /** @param isOpen whether nothing asks for more of WireMock than the contract's stubs; asked before each request */
    FastLane(Supplier<PlayedContract> play, BooleanSupplier isOpen, Violations violations, RecentRequests journal) {
        this.play = play;
        this.isOpen = isOpen;
        this.violations = violations;
        this.journal = journal;
    }

    /**
     * Whether this request is answered here, without waiting for more than its body. If so, it will be, though a stub be added in the
     * meantime: who has asked may have no other thread for it.
     */
    boolean takes(Request request) {
        var ticket = ticket(request);
        ticket.ifPresent(found -> request.setAttribute(TICKET, found));
        return ticket.isPresent();
    }

    @Override
    public void handle(String target, Request request, HttpServletRequest servlet, HttpServletResponse response)
            throws IOException, ServletException {
        var ticket = request.getAttribute(TICKET) instanceof Ticket given ? Optional.of(given) : ticket(request);
        if (ticket.isEmpty()) {
            super.handle(target, request, servlet, response);
            return;
        }
        request.setHandled(true);
        answer(JettyRequest.read(request), ticket.get().route(), ticket.get().play(), request);
    }

    private Optional<Ticket> ticket(Request request) {
        if (!isOpen.getAsBoolean() || !fits(request)) {
            return Optional.empty();
        }
        var now = play.get();
        return now.routes().find(request.getHttpURI().getPath()).map(route -> new Ticket(now, route));
    }

    private static boolean fits(Request request) {
        var fields = request.getHttpFields();
        for (String name : ASIDE) {
            if (fields.contains(name)) {
                return false;
            }
        }
        String query = request.getHttpURI().getQuery();
        // WireMock matches paths as they are written.
        return METHODS.contains(request.getMethod())
                && request.getHttpURI().getPath().indexOf('%') < 0
                && (query == null
                        || query.indexOf('%') < 0
                        || !LONELY_PERCENT.matcher(query).find())
                && !isForm(request.getContentType());
    }

    /** WireMock can be asked for the fields of a form. */
    private static boolean isForm(@Nullable String contentType) {
        return contentType != null && FORM.matcher(contentType).lookingAt();
    }

    private void answer(JettyRequest request, Route route, PlayedContract now, Request jetty) throws IOException {
        var refused = now.guard().answer(request, route);
        var documented = now.documented(request, route);
        var answer = refused.orElseGet(() -> {
            var inspection = now.answers().inspect(request, route);
            var right = now.answers()
                    .answer(request, route, inspection, now.answers().accepted(request, route, documented.answer()));
            return violations.tell(inspection.violations(), right);
        });
        var served = new Served(
                request,
                System.currentTimeMillis(),
                answer,
                refused.isPresent() ? Optional.empty() : Optional.of(documented),
                now);
        // Before the client has its answer, for then it may ask what the mock has seen.
        journal.add(served);
        served.headers().forEach(jetty.getResponse()::setHeader);
        JettyAnswer.send(answer, jetty.getResponse());
    }

    /** A request's place in the lane. */
    private record Ticket(PlayedContract play, Route route) {}
}
