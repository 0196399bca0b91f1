package dev.core7.conformance.cli;

import dev.core7.conformance.diff.Verification;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.export.Export;
import dev.core7.conformance.plan.Explanation;
import dev.core7.conformance.report.Certificate;
import dev.core7.conformance.result.Result;
import dev.core7.conformance.spi.RetryDelay;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kit explain}: explains a result, or what the id of a case, step, flow, operation or check stands for. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Explains a result: clause, section of the page, request, assumptions and detected faults. Does not send"
                    + " requests to the server.",
            "The id of a case, step, flow, operation or check shows what its results have in common and lists them."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kit explain annotations_list/documented/status-code",
            "  kit explain annotations_list",
            "  kit explain response-body",
            "  kit explain annotations_list/documented/status-code --from conformance-report",
            "      --export failure"
        })
final class ExplainCommand implements Callable<Integer> {
    /** The address in the examples of README; the embedded mock has stopped when the user reads the output. */
    private static final String MOCK = "http://127.0.0.1:8080";

    private final Console console;

    @Parameters(
            paramLabel = "ID",
            description = "An id from the console or a report: operation/case/check, operation/case, flow.step, a flow,"
                    + " an operation or a check.")
    private String id = "";

    @Option(
            names = "--from",
            paramLabel = "DIR",
            description = "Explains the results of a completed run, read from its report folder.")
    private @Nullable Path from;

    @Option(
            names = "--export",
            paramLabel = "DIR",
            description = "Writes the exchange of one result as a curl command, a WireMock mapping and a REST-assured"
                    + " test. Requires --from.")
    private @Nullable Path export;

    @Mixin
    private TargetOption target = new TargetOption();

    @Mixin
    private ContractOption contract = new ContractOption();

    @Mixin
    private FlowsOption flows = new FlowsOption();

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        var read = contract.read();
        if (from != null) {
            return explainRun(read, from);
        }
        if (export != null) {
            throw new InputException(
                    "--export " + export + ": only a completed run has responses: add --from and its report folder");
        }
        return target.use(read, console, judged -> explainContract(read, judged));
    }

    private int explainRun(Contract read, Path run) {
        var behaviours = flows.read(read, RetryDelay.AT_ONCE);
        var report = Verification.of(
                        run, read, behaviours, Certificate.ofThisBuild().sha256())
                .again();
        var explanation = Explanation.ofRun(report);
        console.out().print(explanation.of(id, this::faults));
        if (export != null) {
            Export.write(explanation.result(id), report, export)
                    .forEach(file -> console.out().println("written   " + file));
        }
        return 0;
    }

    private int explainContract(Contract read, Target judged) {
        var behaviours = flows.read(read, RetryDelay.NEVER);
        var shown = target.isEmbedded() ? atExampleAddress(judged) : judged;
        var explanation = Explanation.withoutRun(read, shown, behaviours);
        console.out().print(explanation.of(id, this::faults));
        if (target.isEmbedded()) {
            printStartOfMock(explanation.results(id));
        }
        return 0;
    }

    private static Target atExampleAddress(Target judged) {
        return new Target(MOCK, judged.parameters(), judged.keys(), judged.fixtures(), judged.other())
                .withMcpUrl(judged.mcpUrl().map(url -> MOCK + "/mcp"));
    }

    /** Says how to send the request of a result; prints the key, because keys of the mock are not secret. */
    private void printStartOfMock(List<Result> results) {
        if (results.size() == 1) {
            results.get(0)
                    .request()
                    .map(Request::key)
                    .ifPresent(key -> console.out()
                            .println("\nTo send the request, start ./kit mock --stateful --port 8080 and set "
                                    + key.variable() + "='" + key.value() + "'."));
        }
    }

    /** Returns the faults that the check of a result detects; empty for the user's own flows, which no self-test covers. */
    private Optional<List<String>> faults(Result result) {
        boolean ofOwnFlow = flows.isOwn() && result.sent().purpose() instanceof Purpose.Step;
        return ofOwnFlow
                ? Optional.empty()
                : Optional.of(Certificate.ofThisBuild().foundBy(result.id()));
    }
}
