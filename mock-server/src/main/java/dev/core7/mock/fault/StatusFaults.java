package dev.core7.mock.fault;

import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import dev.core7.mock.http.MockResponse;
import dev.core7.mock.http.PostHogError;
import java.util.List;
import java.util.stream.Stream;

/** Sends the documented response with another status. */
final class StatusFaults implements FaultFamily {
    private static final int NO_CONTENT = 204;
    private static final int SERVER_ERROR = 500;

    @Override
    public List<Fault> faults(Operation operation, Contract contract) {
        int documented = operation.success().status();
        var others = operation.success().isError()
                ? Stream.of(200, NO_CONTENT)
                : Stream.of(200, 201, 202, NO_CONTENT, SERVER_ERROR);
        return others.filter(status -> status != documented)
                .map(status -> FaultFamily.fault(
                        operation,
                        "status-replaced",
                        String.valueOf(status),
                        "answers " + status + " where " + documented + " is documented",
                        FaultBehaviors.onGranted(answer -> replaced(answer, documented, status))))
                .toList();
    }

    private static MockResponse replaced(MockResponse answer, int documented, int status) {
        if (answer.status() != documented) {
            return answer;
        }
        return switch (status) {
            case NO_CONTENT -> answer.withStatus(status).withoutBody();
            case SERVER_ERROR -> PostHogError.ofStatus(500).response();
            default -> answer.withStatus(status);
        };
    }
}
