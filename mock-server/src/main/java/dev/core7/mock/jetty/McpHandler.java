package dev.core7.mock.jetty;

import dev.core7.contract.Lazy;
import dev.core7.mock.handler.FaultHooks;
import dev.core7.mock.handler.ServedContract;
import dev.core7.mock.http.MockRequest;
import dev.core7.mock.http.MockResponse;
import dev.core7.mock.http.PostHogError;
import dev.core7.mock.mcp.McpEndpoint;
import dev.core7.mock.validation.ViolationJournal;
import dev.core7.mock.wiremock.BoundedRequestJournal;
import dev.core7.mock.wiremock.ContractStubs;
import java.io.IOException;
import java.util.function.Supplier;
import wiremock.jakarta.servlet.ServletException;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.handler.HandlerWrapper;

/**
 * Serves the MCP endpoint if the contract names tools. The first request loads the classes of the SDK. The journal contains the
 * requests that the tools stand for, not those to the endpoint.
 */
public final class McpHandler extends HandlerWrapper {
    private final Supplier<ServedContract> contract;
    private final FaultHooks faults;
    private final ContractResponses responses;
    private final Lazy<McpEndpoint> endpoint = new Lazy<>(this::createEndpoint);

    /** @param contract the contract that is served now */
    public McpHandler(
            Supplier<ServedContract> contract,
            FaultHooks faults,
            ViolationJournal violations,
            BoundedRequestJournal journal,
            ContractStubs stubs) {
        this.contract = contract;
        this.faults = faults;
        this.responses = new ContractResponses(violations, journal, stubs);
    }

    private McpEndpoint createEndpoint() {
        return new McpEndpoint(() -> contract.get().contract(), faults, this::call);
    }

    @Override
    public void handle(String target, Request request, HttpServletRequest servlet, HttpServletResponse response)
            throws IOException, ServletException {
        if (!AdminAccessHandler.isMcp(target) || !contract.get().contract().hasTools()) {
            super.handle(target, request, servlet, response);
            return;
        }
        request.setHandled(true);
        JettyResponses.send(endpoint.get().respond(JettyRequest.read(request)), request.getResponse());
    }

    /** Responds to the request that a tool stands for. */
    private MockResponse call(MockRequest request) {
        var served = contract.get();
        return served.route(request.method(), request.path())
                .map(route -> responses
                        .respond(JettyRequest.of(request), route, served)
                        .response())
                .orElseGet(() -> PostHogError.notFound("Not found.").response());
    }
}
