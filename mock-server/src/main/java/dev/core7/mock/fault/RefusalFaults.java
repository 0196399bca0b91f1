package dev.core7.mock.fault;

import dev.core7.contract.Contract;
import dev.core7.contract.Json;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import dev.core7.mock.http.MockResponse;
import dev.core7.mock.http.PostHogError;
import dev.core7.mock.http.Refusal.Reason;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Refuses a request correctly, but with a wrong response. */
final class RefusalFaults implements FaultFamily {
    private static final Set<Reason> ALL = EnumSet.allOf(Reason.class);

    @Override
    public List<Fault> faults(Operation operation, Contract contract) {
        return List.of(
                ofKey(operation, "refused-with-200", "with status 200", answer -> answer.withStatus(200)),
                ofKey(operation, "refused-with-html", "with a page and 403", RefusalFaults::page),
                ofKey(operation, "refused-with-redirect", "with a redirect to a log-in page", RefusalFaults::redirect),
                ofKey(
                        operation,
                        "refused-with-500",
                        "with 500",
                        answer -> PostHogError.ofStatus(500).response()),
                FaultFamily.fault(
                        operation,
                        "error-body-wrong",
                        "without-code",
                        "leaves code out of error bodies",
                        FaultBehaviors.onRefused(ALL, JsonEdit.remove("/code")::in)),
                FaultFamily.fault(
                        operation,
                        "error-body-wrong",
                        "plain-text",
                        "sends errors as plain text",
                        FaultBehaviors.onRefused(ALL, RefusalFaults::plain)));
    }

    private static Fault ofKey(Operation operation, String kind, String how, UnaryOperator<MockResponse> change) {
        return FaultFamily.fault(
                operation, kind, "refuses keys " + how, FaultBehaviors.onRefused(Reason.ofKey(), change));
    }

    private static MockResponse page(MockResponse answer) {
        return new MockResponse(
                403, Map.of(MockResponse.CONTENT_TYPE, "text/html"), "<!DOCTYPE html><title>403</title>Forbidden");
    }

    private static MockResponse redirect(MockResponse answer) {
        return new MockResponse(302, Map.of("Location", "/login"), "");
    }

    private static MockResponse plain(MockResponse answer) {
        boolean json = answer.is(MediaType.JSON) && JsonEdit.parse(answer.body()) instanceof Map;
        return json ? answer.withBody("text/plain", detail(answer.body())) : answer;
    }

    private static String detail(String body) {
        return JsonEdit.parse(body) instanceof Map<?, ?> map ? String.valueOf(map.get("detail")) : Json.write(body);
    }
}
