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

/** {@code kit mock}: plays the contract's examples until Ctrl-C. */
@Command(
        name = "mock",
        mixinStandardHelpOptions = true,
        description = "Plays a server that answers as the page shows and refuses as PostHog does, until Ctrl-C.",
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
            description =
                    "What is told while it runs: nothing, what breaks the contract, or a line for each request too."
                            + " Default: ${DEFAULT-VALUE}.")
    private MockLog.Level log = MockLog.Level.REQUESTS;

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
        var options = flags.options(console.environment());
        var mock = MockServer.start(read, options);
        // The process lives until the hook is over: what is being answered comes to its end.
        Runtime.getRuntime().addShutdownHook(new Thread(mock::close));
        new MockGreeting(console.out(), mock, read).print(options.stateful());
        var told = MockLog.start(mock, log, console.out());
        contract.watch(read, mock::reload, told::tell);
        startWireMock(mock);
        mock.join();
        return 0;
    }

    /** Whoever waits for the first answer does not wait for WireMock too; who needs it later finds it running. */
    private static void startWireMock(MockServer mock) throws InterruptedException {
        var answered = new CountDownLatch(1);
        mock.onRequest(first -> answered.countDown());
        answered.await();
        mock.wireMock();
    }
}
