package dev.core7.mock.wiremock;

import com.github.tomakehurst.wiremock.core.Admin;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.notmatched.NotMatchedRenderer;
import dev.core7.mock.http.PostHogError;
import dev.core7.mock.validation.RequestValidator;
import dev.core7.mock.validation.ViolationJournal;

/**
 * Renders the 404 for requests that no stub matches, in PostHog's words. For WireMock such a request stays unmatched, so that near
 * misses and the list of unmatched requests work. WireMock ignores the headers of this response.
 */
public final class UnmatchedRequestRenderer extends NotMatchedRenderer {
    private final RequestValidator validator;
    private final ViolationJournal violations;

    /** Creates a renderer that reports each unmatched request as a violation. */
    public UnmatchedRequestRenderer(RequestValidator validator, ViolationJournal violations) {
        this.validator = validator;
        this.violations = violations;
    }

    @Override
    protected ResponseDefinition render(Admin admin, ServeEvent event) {
        violations.report(validator.unknownPath(WireMockMessages.request(event.getRequest())));
        return WireMockMessages.definition(
                PostHogError.notFound("Endpoint not found.").response());
    }
}
