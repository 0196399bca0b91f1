package dev.core7.mock.fault;

import dev.core7.contract.Contract;
import dev.core7.contract.MediaType;
import dev.core7.mock.http.MockResponse;
import dev.core7.mock.http.Refusal.Reason;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Refuses a request with a wrong response, or accepts an invalid body. */
final class RefusalFaults implements FaultFamily {
    private static final Set<Reason> ALL = EnumSet.allOf(Reason.class);

    @Override
    public void addTo(FaultCollector faults, Contract contract) {
        addOfKey(faults, "refused-with-200", "with status 200", response -> response.withStatus(200));
        addOfKey(faults, "refused-with-html", "with 403 and an HTML page", RefusalFaults::html);
        addOfKey(faults, "refused-with-redirect", "with a redirect to a login page", RefusalFaults::redirect);
        addOfKey(faults, "refused-with-500", "with status 500", response -> FaultBehaviors.serverError());
        faults.add(
                "challenge-missing",
                "responds with 401 without a WWW-Authenticate header",
                FaultBehaviors.changingRefusal(
                        EnumSet.of(Reason.NO_KEY, Reason.UNKNOWN_KEY),
                        response -> response.withoutHeader("WWW-Authenticate")));
        faults.add(
                "error-body-wrong",
                "without-code",
                "omits code in error bodies",
                FaultBehaviors.changingRefusal(ALL, JsonEdit.remove("/code")::in));
        faults.add(
                "error-body-wrong",
                "plain-text",
                "sends errors as plain text",
                FaultBehaviors.changingRefusal(ALL, RefusalFaults::plainText));
        if (faults.operation().body().isPresent()) {
            faults.add("bad-input-accepted", "accepts any body", FaultBehaviors.accepting(Reason.BAD_INPUT));
            faults.add(
                    "server-error-on-bad-input",
                    "responds with 500 to an invalid body",
                    FaultBehaviors.serverErrorOn(EnumSet.of(Reason.BAD_INPUT)));
        }
    }

    private static void addOfKey(
            FaultCollector faults, String kind, String response, UnaryOperator<MockResponse> change) {
        faults.add(kind, "refuses keys " + response, FaultBehaviors.changingRefusal(Reason.ofKey(), change));
    }

    private static MockResponse html(MockResponse response) {
        return new MockResponse(
                403, Map.of(MockResponse.CONTENT_TYPE, "text/html"), "<!DOCTYPE html><title>403</title>Forbidden");
    }

    private static MockResponse redirect(MockResponse response) {
        return new MockResponse(302, Map.of("Location", "/login"), "");
    }

    private static MockResponse plainText(MockResponse response) {
        return response.is(MediaType.JSON) && JsonEdit.parse(response.body()) instanceof Map<?, ?> error
                ? response.withBody("text/plain", String.valueOf(error.get("detail")))
                : response;
    }
}
