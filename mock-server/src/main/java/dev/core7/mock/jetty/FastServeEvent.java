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
        var known = event;
        if (known == null) {
            var made = ServeEvent.of(logged()).withResponseDefinition(WireMockMessages.definition(response));
            known = documented
                    .map(stubs)
                    .map(made::withStubMapping)
                    .orElse(made)
                    .complete(loggedResponse(), DataTruncationSettings.NO_TRUNCATION);
            event = known;
        }
        return known;
    }

    @Override
    public synchronized boolean hasId(UUID id) {
        return event != null && event.getId().equals(id);
    }

    @Override
    public int bytes() {
        return request.body().length;
    }

    /** Goes through JSON, the only way to create a logged request with a time in the past. */
    private LoggedRequest logged() {
        var logged = new LinkedHashMap<String, Object>();
        logged.put("url", request.url());
        logged.put("absoluteUrl", request.absoluteUrl());
        logged.put("method", request.method());
        logged.put("clientIp", request.clientIp());
        logged.put("headers", request.headers());
        logged.put("browserProxyRequest", false);
        logged.put("loggedDate", at);
        logged.put("bodyAsBase64", Base64.getEncoder().encodeToString(request.body()));
        logged.put("protocol", request.protocol());
        return Json.mapToObject(logged, LoggedRequest.class);
    }

    /** Returns the headers that WireMock adds to a response: the matched stub, and {@code Vary} because of CORS. */
    Map<String, String> headers() {
        return documented
                .map(of ->
                        Map.of("Matched-Stub-Id", of.id().toString(), "Matched-Stub-Name", of.name(), "Vary", "Origin"))
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
