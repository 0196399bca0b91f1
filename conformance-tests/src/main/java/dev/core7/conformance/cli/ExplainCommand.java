package dev.core7.conformance.cli;

import dev.core7.conformance.diff.Verification;
import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.export.Export;
import dev.core7.conformance.plan.Explanation;
import dev.core7.conformance.report.Certificate;
import dev.core7.conformance.spi.RetryDelay;
import dev.core7.conformance.target.Key;
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

/** {@code kit explain}: what stands behind one result. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Says what stands behind a result: clause, page, request, assumptions, mutants; sends nothing.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  kit explain annotations_list/documented/status-code",
            "  kit explain annotations_list/documented/status-code --from conformance-report --export failure"
        })
final class ExplainCommand implements Callable<Integer> {
    /** Where README has the mock listen: the embedded one is gone when somebody reads of it. */
    private static final String MOCK = "http://127.0.0.1:8080";

    private final Console console;

    @Parameters(paramLabel = "ID", description = "A result's id, operation/case/check, as the reports have it.")
    private String id = "";

    @Option(
            names = "--from",
            paramLabel = "DIR",
            description = "The folder of a run: explains the result as it came out there.")
    private @Nullable Path from;

    @Option(
            names = "--export",
            paramLabel = "DIR",
            description =
                    "Writes the exchange as a curl line, a WireMock mapping and a REST-assured test. Needs --from.")
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
            return ofRun(read, from);
        }
        if (export != null) {
            throw new InputException(
                    "--export " + export + ": only a run has an answer to export: add --from and its folder");
        }
        return target.use(read, console, judged -> onPaper(read, judged));
    }

    private int ofRun(Contract read, Path run) {
        var behaviours = flows.read(read, RetryDelay.AT_ONCE);
        var report = Verification.of(
                        run, read, behaviours, Certificate.ofThisBuild().sha256())
                .again();
        var explanation = Explanation.ofRun(report);
        console.out().print(explanation.of(id, kills()));
        if (export != null) {
            Export.write(explanation.result(id), report, export)
                    .forEach(file -> console.out().println("written   " + file));
        }
        return 0;
    }

    private int onPaper(Contract read, Target judged) {
        var behaviours = flows.read(read, RetryDelay.NEVER);
        var shown = target.isEmbedded() ? elsewhere(judged) : judged;
        var explanation = Explanation.onPaper(read, shown, behaviours);
        console.out().print(explanation.of(id, kills()));
        if (target.isEmbedded()) {
            explanation.result(id).request().map(Request::key).ifPresent(this::tryIt);
        }
        return 0;
    }

    private static Target elsewhere(Target judged) {
        return new Target(MOCK, judged.parameters(), judged.keys(), judged.fixtures(), judged.other());
    }

    /** A key of the mock is no secret: it tells its scopes. */
    private void tryIt(Key key) {
        console.out()
                .println("\nTo send it, start ./kit mock --stateful --port 8080 and set " + key.variable() + "='"
                        + key.value() + "'.");
    }

    private Optional<List<String>> kills() {
        boolean ofOwnFlow = flows.isOwn() && id.contains(".");
        return ofOwnFlow
                ? Optional.empty()
                : Optional.of(Certificate.ofThisBuild().foundBy(id));
    }
}
