package dev.core7.conformance.cli;

import dev.core7.mock.MockServer;
import dev.core7.mock.wiremock.WireMockFolder;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kit mock}: runs the mock server until Ctrl-C. */
@Command(
        name = "mock",
        mixinStandardHelpOptions = true,
        description =
                "Runs a mock server until Ctrl-C. It returns the examples of the page and rejects invalid requests as PostHog does.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  kit mock --stateful",
            "  kit mock --prefer delay=100-300 --log violations",
            "  kit mock --contract openapi.yaml --validate warn"
        })
final class MockCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private MockFlags flags = new MockFlags();

    @Option(
            names = "--log",
            paramLabel = "off|violations|requests",
            defaultValue = "requests",
            description = "What to print: nothing, contract violations, or violations and a line for each request."
                    + " Default: ${DEFAULT-VALUE}.")
    private MockLog.Level log = MockLog.Level.REQUESTS;

    @Option(
            names = "--export",
            paramLabel = "DIR",
            description = "Writes the examples to DIR as stubs for your own WireMock, and does not start the mock.")
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
        var options = flags.options(console.environment());
        var mock = MockServer.start(read, options);
        // The process exits after the hook, so requests in progress are completed.
        Runtime.getRuntime().addShutdownHook(new Thread(mock::close));
        new MockGreeting(console.out(), mock, read).print(options.stateful());
        var lines = MockLog.start(mock, log, console.out());
        contract.watch(read, mock::replaceContract, lines::add);
        startWireMock(mock);
        mock.join();
        return 0;
    }

    /** Starts WireMock after the first response, so that it delays neither that response nor a later request that needs it. */
    private static void startWireMock(MockServer mock) throws InterruptedException {
        var firstRequest = new CountDownLatch(1);
        mock.onRequest(request -> firstRequest.countDown());
        firstRequest.await();
        mock.wireMock();
    }
}
