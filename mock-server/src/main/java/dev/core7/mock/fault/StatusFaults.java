package dev.core7.mock.fault;

import dev.core7.contract.Contract;
import dev.core7.mock.http.MockResponse;
import java.util.stream.Stream;

/** Sends the documented response with another status. */
final class StatusFaults implements FaultFamily {
    private static final int NO_CONTENT = 204;
    private static final int SERVER_ERROR = 500;

    @Override
    public void addTo(FaultCollector faults, Contract contract) {
        var success = faults.operation().success();
        int documented = success.status();
        var others =
                success.isError() ? Stream.of(200, NO_CONTENT) : Stream.of(200, 201, 202, NO_CONTENT, SERVER_ERROR);
        others.filter(status -> status != documented)
                .forEach(status -> faults.add(
                        "status-replaced",
                        String.valueOf(status),
                        "responds with " + status + " instead of " + documented,
                        FaultBehaviors.changingResponse(response -> withStatus(response, documented, status))));
    }

    private static MockResponse withStatus(MockResponse response, int documented, int status) {
        if (response.status() != documented) {
            return response;
        }
        return switch (status) {
            case NO_CONTENT -> response.withStatus(status).withoutBody();
            case SERVER_ERROR -> FaultBehaviors.serverError();
            default -> response.withStatus(status);
        };
    }
}
