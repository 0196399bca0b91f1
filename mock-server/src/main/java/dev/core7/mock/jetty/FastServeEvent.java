package dev.core7.mock.jetty;

import com.github.tomakehurst.wiremock.common.DataTruncationSettings;
import com.github.tomakehurst.wiremock.common.Json;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.core7.mock.handler.DocumentedResponse;
import dev.core7.mock.http.MockResponse;
import dev.core7.mock.wiremock.BoundedRequestJournal;
import dev.core7.mock.wiremock.WireMockMessages;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A request that the fast path answered, and its response. Creates a WireMock event from them on demand. */
final class FastServeEvent implements BoundedRequestJournal.Entry {
    private final JettyRequest request;
    private final long at;
    private final MockResponse response;
    private final Optional<DocumentedResponse> documented;
    private final Function<DocumentedResponse, StubMapping> stubs;
    private @Nullable ServeEvent event;

    /**
     * @param at the time of the response, in milliseconds since 1970
     * @param documented the documented response; empty: the request was refused before handling
     * @param stubs the stub for a documented response
     */
    FastServeEvent(
            JettyRequest request,
            long at,
            MockResponse response,
            Optional<DocumentedResponse> documented,
            Function<DocumentedResponse, StubMapping> stubs) {
        this.request = request;
        this.at = at;
        this.response = response;
        this.documented = documented;
        this.stubs = stubs;
    }

    @Override
    public synchronized ServeEvent event() {
        var result = event;
        if (result == null) {
            var created = ServeEvent.of(loggedRequest()).withResponseDefinition(WireMockMessages.definition(response));
            result = documented
                    .map(stubs)
                    .map(created::withStubMapping)
                    .orElse(created)
                    .complete(loggedResponse(), DataTruncationSettings.NO_TRUNCATION);
            event = result;
        }
        return result;
    }

    @Override
    public synchronized boolean hasId(UUID id) {
        return event != null && event.getId().equals(id);
    }

    @Override
    public int bytes() {
        return request.body().length;
    }

    /** Returns the response to send, without {@link #headers}. */
    MockResponse response() {
        return response;
    }

    /** Goes through JSON, the only way to create a logged request with a time in the past. */
    private LoggedRequest loggedRequest() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("url", request.url());
        fields.put("absoluteUrl", request.absoluteUrl());
        fields.put("method", request.method());
        fields.put("clientIp", request.clientIp());
        fields.put("headers", request.headers());
        fields.put("browserProxyRequest", false);
        fields.put("loggedDate", at);
        fields.put("bodyAsBase64", Base64.getEncoder().encodeToString(request.body()));
        fields.put("protocol", request.protocol());
        return Json.mapToObject(fields, LoggedRequest.class);
    }

    /** Returns the headers that WireMock adds to a response: the matched stub, and {@code Vary} because of CORS. */
    Map<String, String> headers() {
        return documented
                .map(matched -> Map.of(
                        "Matched-Stub-Id",
                        matched.id().toString(),
                        "Matched-Stub-Name",
                        matched.name(),
                        "Vary",
                        "Origin"))
                .orElse(Map.of("Vary", "Origin"));
    }

    private Response loggedResponse() {
        var headers = new ArrayList<HttpHeader>();
        response.headers().forEach((name, value) -> headers.add(new HttpHeader(name, value)));
        headers().forEach((name, value) -> headers.add(new HttpHeader(name, value)));
        return Response.response()
                .status(response.status())
                .headers(new HttpHeaders(headers))
                .body(response.body())
                .build();
    }
}
