package dev.core7.conformance.cli;

import dev.core7.conformance.diff.Verification;
import dev.core7.conformance.report.Certificate;
import dev.core7.conformance.spi.RetryDelay;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code kit verify-report}: checks that a report matches its transcript. */
@Command(
        name = "verify-report",
        mixinStandardHelpOptions = true,
        description =
                "Judges the recorded exchanges of a run again and compares the results with its report. Does not send requests to"
                        + " the server.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the transcript confirms every result and the verdict",
            "1:the report differs from the transcript; one line for each difference",
            "2:bad usage, or the folder does not contain a complete report and transcript"
        },
        footerHeading = "%nExamples:%n",
        footer = "  kit verify-report conformance-report")
final class VerifyReportCommand implements Callable<Integer> {
    private static final int REFUSED = 1;

    private final Console console;

    @Parameters(paramLabel = "DIR", description = "The report folder of a run, with report.json and transcript.ndjson.")
    private Path folder = Path.of("");

    @Mixin
    private ContractOption contract = new ContractOption();

    @Mixin
    private FlowsOption flows = new FlowsOption();

    VerifyReportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var read = contract.read();
        var behaviours = flows.read(read, RetryDelay.AT_ONCE);
        var kit = Certificate.ofThisBuild().sha256();
        var verification = Verification.of(folder, read, behaviours, kit);
        console.out().print(verification.text());
        return verification.follows() ? 0 : REFUSED;
    }
}
