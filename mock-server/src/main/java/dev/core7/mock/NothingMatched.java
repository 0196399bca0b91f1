package dev.core7.mock;

import com.github.tomakehurst.wiremock.core.Admin;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.notmatched.NotMatchedRenderer;

/**
 * Answers what no stub answers with 404, in PostHog's words. Such a request stays unmatched for WireMock, so near misses
 * and the list of unmatched requests go on working; WireMock writes no header of such an answer.
 */
final class NothingMatched extends NotMatchedRenderer {
    private final Inspector inspector;
    private final Violations violations;

    NothingMatched(Inspector inspector, Violations violations) {
        this.inspector = inspector;
        this.violations = violations;
    }

    @Override
    protected ResponseDefinition render(Admin admin, ServeEvent event) {
        violations.tell(inspector.unknownPath(Incoming.of(event.getRequest())));
        return PostHogError.notFound("Endpoint not found.").answer().definition();
    }
}
