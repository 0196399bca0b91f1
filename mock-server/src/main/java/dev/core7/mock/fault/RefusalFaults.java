package dev.core7.mock.fault;

import dev.core7.contract.Contract;
import dev.core7.contract.Json;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import dev.core7.mock.Answer;
import dev.core7.mock.Fault;
import dev.core7.mock.PostHogError;
import dev.core7.mock.Refusal.Reason;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A request is rightly refused, but not told so in the way it should be. */
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
                        answer -> PostHogError.ofStatus(500).answer()),
                FaultFamily.fault(
                        operation,
                        "error-body-wrong",
                        "without-code",
                        "leaves code out of error bodies",
                        Defects.onRefused(ALL, JsonEdit.remove("/code")::in)),
                FaultFamily.fault(
                        operation,
                        "error-body-wrong",
                        "plain-text",
                        "sends errors as plain text",
                        Defects.onRefused(ALL, RefusalFaults::plain)));
    }

    private static Fault ofKey(Operation operation, String kind, String how, UnaryOperator<Answer> change) {
        return FaultFamily.fault(operation, kind, "refuses keys " + how, Defects.onRefused(Reason.ofKey(), change));
    }

    private static Answer page(Answer answer) {
        return new Answer(403, Map.of(Answer.CONTENT_TYPE, "text/html"), "<!DOCTYPE html><title>403</title>Forbidden");
    }

    private static Answer redirect(Answer answer) {
        return new Answer(302, Map.of("Location", "/login"), "");
    }

    private static Answer plain(Answer answer) {
        boolean json = answer.is(MediaType.JSON) && JsonEdit.parse(answer.body()) instanceof Map;
        return json ? answer.withBody("text/plain", detail(answer.body())) : answer;
    }

    private static String detail(String body) {
        return JsonEdit.parse(body) instanceof Map<?, ?> map ? String.valueOf(map.get("detail")) : Json.write(body);
    }
}
