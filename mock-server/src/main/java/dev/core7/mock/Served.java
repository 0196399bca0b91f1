package dev.core7.mock;

import com.github.tomakehurst.wiremock.common.DataTruncationSettings;
import com.github.tomakehurst.wiremock.common.Json;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request of the fast lane and its answer; an event of WireMock's is made of them once somebody asks for it. */
final class Served implements RecentRequests.Entry {
    private final JettyRequest request;
    private final long at;
    private final Answer answer;
    private final Optional<Documented> documented;
    private final PlayedContract play;
    private @Nullable ServeEvent event;

    /**
     * @param at when it was answered, in milliseconds since 1970
     * @param documented what the contract answers; empty: it was refused before
     * @param play whose stub would have answered it
     */
    Served(JettyRequest request, long at, Answer answer, Optional<Documented> documented, PlayedContract play) {
        this.request = request;
        this.at = at;
        this.answer = answer;
        this.documented = documented;
        this.play = play;
    }

    @Override
    public synchronized ServeEvent event() {
        var known = event;
        if (known == null) {
            var made = ServeEvent.of(logged()).withResponseDefinition(answer.definition());
            known = documented
                    .map(play::stub)
                    .map(made::withStubMapping)
                    .orElse(made)
                    .complete(response(), DataTruncationSettings.NO_TRUNCATION);
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

    /** By way of JSON, the only door to a logged request whose time is not now. */
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

    /** What WireMock adds to the headers of an answer: the stub, and that CORS makes answers differ by origin. */
    Map<String, String> headers() {
        return documented
                .map(of -> Map.of(
                        "Matched-Stub-Id", of.stubId().toString(), "Matched-Stub-Name", of.name(), "Vary", "Origin"))
                .orElse(Map.of("Vary", "Origin"));
    }

    private Response response() {
        var headers = new ArrayList<HttpHeader>();
        answer.headers().forEach((name, value) -> headers.add(new HttpHeader(name, value)));
        headers().forEach((name, value) -> headers.add(new HttpHeader(name, value)));
        return Response.response()
                .status(answer.status())
                .headers(new HttpHeaders(headers))
                .body(answer.body())
                .build();
    }
}
