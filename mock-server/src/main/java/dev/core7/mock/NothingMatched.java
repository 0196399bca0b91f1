package dev.core7.mock;

import com.github.tomakehurst.wiremock.core.Admin;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.notmatched.NotMatchedRenderer;

/**
 * Answers what no stub answers with 404, in PostHog's words. Such a request stays unmatched for WireMock, so near misses
 * and the list of unmatched requests go on working.
 */
final class NothingMatched extends NotMatchedRenderer {
    @Override
    protected ResponseDefinition render(Admin admin, ServeEvent event) {
        return PostHogError.notFound("Endpoint not found.").answer().definition();
    }
}
