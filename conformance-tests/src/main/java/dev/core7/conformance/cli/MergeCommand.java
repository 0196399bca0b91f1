package dev.core7.conformance.cli;

import dev.core7.conformance.shard.Merge;
import dev.core7.conformance.spi.RetryDelay;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code kit merge}: combines the shards of a run into one report. */
@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        description =
                "Combines the shards of a run into one report and one verdict. Does not send requests to the server.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:conformant",
            "1:not conformant, or the baseline has a stale entry",
            "2:bad usage, or the folders are not shards of one run",
            "3:incomplete: a MUST was not proven, or a shard is missing"
        },
        footerHeading = "%nExamples:%n",
        footer = "  kit merge shard-1 shard-2 shard-3 --baseline known.yaml")
final class MergeCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "DIR",
            arity = "1..*",
            description = "The report folders of kit check --shard, one for each shard.")
    private List<Path> shards = new ArrayList<>();

    @Mixin
    private OutOption out = new OutOption();

    @Mixin
    private ContractOption contract = new ContractOption();

    @Mixin
    private FlowsOption flows = new FlowsOption();

    @Mixin
    private BaselineOption baseline = new BaselineOption();

    MergeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        var read = contract.read();
        var known = baseline.read();
        var merged = Merge.of(shards, read, flows.read(read, RetryDelay.NEVER));
        var folder = out.folder();
        folder.prepare();
        var report = known.applied(merged, LocalDate.now());
        var problems = folder.write(report);
        return console.unwritten(problems, folder.summarize(report, console));
    }
}
