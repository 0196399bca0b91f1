package dev.core7.conformance.cli;

import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.mock.MockServer;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What {@code kit mock} says when it is ready: where it listens, which keys it takes, what it lends. */
record MockGreeting(PrintWriter out, MockServer mock, Contract contract) {
    /** @param lends whether it keeps objects, and so has some to lend */
    void print(boolean lends) {
        out.println(contract.title() + " is played on " + mock.url()
                + mock.httpsUrl().map(url -> " and " + url).orElse(""));
        out.println("A browser shows there what can be asked of it, and what was.");
        mock.httpsUrl().ifPresent(url -> out.println("For HTTPS trust " + mock.url() + "/__kit/certificate.pem"));
        out.println();
        out.println("Keys carry their scopes, so none has to be made:");
        out.println("  " + mock.key("*") + "   everything");
        out.println("  " + mock.key(contract.scopes().toArray(new String[0])[0])
                + "   that scope alone; join several with +");
        out.println("  " + mock.keyForProject("2", "*") + "   everything, in project 2 only");
        out.println();
        contract.operations().stream()
                .filter(operation -> operation.isSafe()
                        && operation.pathParameters().stream()
                                .allMatch(p -> p.name().equals("project_id")))
                .findFirst()
                .ifPresent(operation -> out.println("curl -H 'Authorization: Bearer " + mock.key("*") + "' "
                        + mock.url() + operation.path().replace("{project_id}", "1")));
        out.println();
        if (lends) {
            lend(EmbeddedTarget.of(mock, contract));
        }
        out.println("Ctrl-C ends it.");
        out.flush();
    }

    /** What a target file for this mock can lend. */
    private void lend(Target target) {
        out.println("It keeps what is made and changed; POST " + target.url() + "/__admin/reset brings this back:");
        out.println("fixtures:");
        new TreeMap<>(target.fixtures()).forEach((name, ids) -> out.println("  " + name + ": " + ids));
        target.other().ifPresent(other -> {
            var lent = new LinkedHashMap<String, Object>(other.parameters());
            lent.putAll(other.objects());
            out.println("  other_project: {"
                    + lent.entrySet().stream()
                            .map(entry -> entry.getKey() + ": " + entry.getValue())
                            .collect(Collectors.joining(", "))
                    + "}");
        });
        out.println();
    }
}
