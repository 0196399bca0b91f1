package dev.core7.mock;

import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction;
import com.github.tomakehurst.wiremock.extension.requestfilter.StubRequestFilterV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.Map;

/** Shows the journal of violations at {@code GET /__kit/violations}; {@code DELETE} empties it. */
final class ViolationsDoor implements StubRequestFilterV2 {
    private static final String PATH = "/__kit/violations";

    private final Violations violations;

    ViolationsDoor(Violations violations) {
        this.violations = violations;
    }

    @Override
    public String getName() {
        return "violations-door";
    }

    @Override
    public RequestFilterAction filter(Request request, ServeEvent event) {
        return request.getUrl().equals(PATH)
                ? RequestFilterAction.stopWith(
                        answer(request.getMethod().value()).definition())
                : RequestFilterAction.continueWith(request);
    }

    private Answer answer(String method) {
        switch (method) {
            case "GET", "HEAD" -> {
                var found =
                        violations.all().stream().map(RequestViolation::json).toList();
                return Answer.json(200, Map.of("violations", found));
            }
            case "DELETE" -> {
                violations.clear();
                return new Answer(204, Map.of(), "");
            }
            default -> {
                return PostHogError.methodNotAllowed(method).answer().withHeader("Allow", "GET, HEAD, DELETE");
            }
        }
    }
}
