package dev.core7.mock.fault;

import dev.core7.contract.Contract;
import dev.core7.mock.handler.FaultBehavior;
import dev.core7.mock.handler.RequestContext;
import dev.core7.mock.http.MockResponse;
import dev.core7.mock.http.Refusal;
import dev.core7.mock.http.Refusal.Reason;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Returns a response that was allowed once to everybody who sends the same request. */
final class CacheFaults implements FaultFamily {
    @Override
    public void addTo(FaultCollector faults, Contract contract) {
        if (faults.operation().isSafe() && !faults.operation().success().isError()) {
            faults.add("response-kept", "returns an allowed response to every later key, too", new Cache());
        }
    }

    private static final class Cache implements FaultBehavior {
        private final Map<String, MockResponse> kept = new ConcurrentHashMap<>();

        @Override
        public MockResponse respond(RequestContext request, Optional<Refusal> refusal, MockResponse response) {
            String address = request.method() + " " + request.url();
            if (refusal.isEmpty()) {
                kept.put(address, response);
            }
            boolean isOfKey =
                    refusal.filter(r -> Reason.ofKey().contains(r.reason())).isPresent();
            return isOfKey ? kept.getOrDefault(address, response) : response;
        }
    }
}
