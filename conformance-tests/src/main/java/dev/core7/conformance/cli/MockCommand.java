package dev.core7.conformance.cli;

import dev.core7.conformance.run.Target;
import dev.core7.contract.Contract;
import dev.core7.mock.MockOptions;
import dev.core7.mock.MockServer;
import dev.core7.mock.RequestViolation;
import dev.core7.mock.Validation;
import dev.core7.mock.WireMockFolder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kit mock}: plays the contract's examples until Ctrl-C. */
@Command(
        name = "mock",
        mixinStandardHelpOptions = true,
        description = "Plays a server that answers as the page shows and refuses as PostHog does, until Ctrl-C.")
final class MockCommand implements Callable<Integer> {
    private final Console console;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Where to listen; 0 takes any free port. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "The address to listen on. Default: ${DEFAULT-VALUE}, which only this machine reaches.")
    private String bind = "";

    @Option(names = "--stateful", description = "Keeps what is created and changed, instead of replaying examples.")
    private boolean stateful;

    @Option(
            names = "--validate",
            paramLabel = "off|warn|enforce",
            defaultValue = "enforce",
            description =
                    "Whether what breaks the contract is ignored, told, or told and refused. Default: ${DEFAULT-VALUE}.")
    private Validation validation = Validation.ENFORCE;

    @Option(
            names = "--export",
            paramLabel = "DIR",
            description = "Writes the examples as stubs for a WireMock of your own into DIR, and starts nothing.")
    private @Nullable Path export;

    @Mixin
    private ContractOption contract = new ContractOption();

    MockCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        var read = contract.read();
        if (export != null) {
            int written = WireMockFolder.write(read, export);
            console.out().println(written + " stubs written to " + export.resolve("mappings"));
            return 0;
        }
        var stopped = new CountDownLatch(1);
        var options =
                MockOptions.defaults().withPort(port).withBindAddress(bind).withValidation(validation);
        try (var mock = MockServer.start(read, stateful ? options.withState() : options)) {
            Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown));
            greet(mock, read);
            mock.onViolation(this::tell);
            stopped.await();
        }
        return 0;
    }

    private void tell(RequestViolation violation) {
        console.out().println(violation);
        console.out().flush();
    }

    private void greet(MockServer mock, Contract read) {
        var out = console.out();
        out.println(read.title() + " is played on " + mock.url());
        out.println("A browser shows there what can be asked of it, and what was.");
        out.println();
        out.println("Keys carry their scopes, so none has to be made:");
        out.println("  " + mock.key("*") + "   everything");
        out.println(
                "  " + mock.key(read.scopes().toArray(new String[0])[0]) + "   that scope alone; join several with +");
        out.println("  " + mock.keyForProject("2", "*") + "   everything, in project 2 only");
        out.println();
        read.operations().stream()
                .filter(operation -> operation.isSafe()
                        && operation.pathParameters().stream()
                                .allMatch(p -> p.name().equals("project_id")))
                .findFirst()
                .ifPresent(operation -> out.println("curl -H 'Authorization: Bearer " + mock.key("*") + "' "
                        + mock.url() + operation.path().replace("{project_id}", "1")));
        out.println();
        if (stateful) {
            lend(EmbeddedTarget.of(mock, read));
        }
        out.println("Ctrl-C ends it.");
        out.flush();
    }

    /** What a target file for this mock can lend. */
    private void lend(Target target) {
        var out = console.out();
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
