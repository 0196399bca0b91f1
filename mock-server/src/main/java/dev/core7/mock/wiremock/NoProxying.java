package dev.core7.mock.wiremock;

import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.http.client.HttpClient;
import dev.core7.mock.http.MockResponse;
import dev.core7.mock.http.PostHogError;
import java.util.List;

/**
 * The client of a mock that does not connect to other servers. WireMock uses one client for proxy stubs, recordings and webhooks, so
 * none of them can reach servers that the mock's caller cannot.
 */
public final class NoProxying {
    private static final MockResponse REFUSAL = PostHogError.denied(
                    "This stub needs another server: start the mock with --allow-proxying, or MockOptions.withProxying().")
            .response();

    private NoProxying() {}

    /** Returns a client that answers each request itself, with 403; the parameters are those of WireMock's factory. */
    public static HttpClient client(
            Options options, boolean trustAll, List<String> trusted, boolean usesSystemProperties) {
        var headers = REFUSAL.headers().entrySet().stream()
                .map(header -> new HttpHeader(header.getKey(), header.getValue()))
                .toList();
        return request -> Response.response()
                .status(REFUSAL.status())
                .headers(new HttpHeaders(headers))
                .body(REFUSAL.body())
                .build();
    }
}
