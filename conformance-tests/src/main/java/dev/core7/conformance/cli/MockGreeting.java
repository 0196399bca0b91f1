package dev.core7.conformance.cli;

import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.mock.MockServer;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What {@code kit mock} prints at the start: its addresses, keys and fixtures. */
record MockGreeting(PrintWriter out, MockServer mock, Contract contract) {
    /** @param stateful whether the mock stores objects, and so has fixtures */
    void print(boolean stateful) {
        out.println(contract.title() + " is available at " + mock.url()
                + mock.httpsUrl().map(url -> " and " + url).orElse(""));
        out.println("Open this address in a browser to see its operations and requests.");
        mock.httpsUrl()
                .ifPresent(url ->
                        out.println("To use HTTPS, trust the certificate " + mock.url() + "/__kit/certificate.pem"));
        out.println();
        out.println("A key contains its scopes, so you do not have to create keys:");
        out.println("  " + mock.key("*") + "   all scopes");
        out.println("  " + mock.key(contract.scopes().toArray(new String[0])[0])
                + "   only this scope; join several with +");
        out.println("  " + mock.keyForProject("2", "*") + "   all scopes, only in project 2");
        out.println();
        contract.operations().stream()
                .filter(operation -> operation.isSafe()
                        && operation.pathParameters().stream()
                                .allMatch(p -> p.name().equals("project_id")))
                .findFirst()
                .ifPresent(operation -> out.println("curl -H 'Authorization: Bearer " + mock.key("*") + "' "
                        + mock.url() + operation.path().replace("{project_id}", "1")));
        out.println();
        if (contract.hasTools()) {
            printMcpConfiguration();
        }
        if (stateful) {
            printFixtures(EmbeddedTarget.of(mock, contract));
        }
        out.println("Press Ctrl-C to stop.");
        out.flush();
    }

    /** Prints what most MCP clients have in their configuration for a server. */
    private void printMcpConfiguration() {
        out.println("For an MCP client, put this server into its configuration:");
        out.println("{\"mcpServers\": {\"posthog\": {\"type\": \"http\", \"url\": \"" + mock.url() + "/mcp\",");
        out.println("  \"headers\": {\"Authorization\": \"Bearer " + mock.key("*") + "\"}}}}");
        out.println();
    }

    /** Prints the fixtures for a target file. */
    private void printFixtures(Target target) {
        out.println("It stores created and changed objects; POST " + target.url() + "/__admin/reset restores these:");
        out.println("fixtures:");
        new TreeMap<>(target.fixtures()).forEach((name, ids) -> out.println("  " + name + ": " + ids));
        target.other().ifPresent(other -> {
            var values = new LinkedHashMap<String, Object>(other.parameters());
            values.putAll(other.objects());
            out.println("  other_project: {"
                    + values.entrySet().stream()
                            .map(entry -> entry.getKey() + ": " + entry.getValue())
                            .collect(Collectors.joining(", "))
                    + "}");
        });
        out.println();
    }
}
