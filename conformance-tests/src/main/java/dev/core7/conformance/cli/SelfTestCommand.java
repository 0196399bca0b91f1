package dev.core7.conformance.cli;

import dev.core7.conformance.selftest.KillMatrix;
import dev.core7.conformance.selftest.MutantResult;
import dev.core7.conformance.selftest.SelfTest;
import dev.core7.contract.InputException;
import dev.core7.mock.fault.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kit self-test}: tests the suite against deliberately broken mocks. */
@Command(
        name = "self-test",
        mixinStandardHelpOptions = true,
        description =
                "Runs the suite against mocks that each have one deliberate fault (a mutant), and prints which checks"
                        + " detect it.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the check of the broken clause kills every mutant, and no result is worse than in the matrix",
            "1:a mutant survives, only other checks kill it, or a result is worse than in the matrix",
            "2:bad usage"
        },
        footerHeading = "%nExamples:%n",
        footer = "  kit self-test --matrix kill-matrix.json")
final class SelfTestCommand implements Callable<Integer> {
    private final Console console;

    @Option(
            names = "--matrix",
            paramLabel = "FILE",
            description = "Compares with this kill-matrix.json and fails if a result is worse.")
    private @Nullable Path matrix;

    @Option(names = "--write", paramLabel = "FILE", description = "Writes the kill matrix to this file.")
    private @Nullable Path write;

    @Option(names = "--kind", paramLabel = "KIND", description = "Runs only the mutants of this kind.")
    private @Nullable String kind;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description =
                    "The number of mutants to run in parallel. Default: twice the number of processors, because suite and"
                            + " mock wait for each other.")
    private int jobs = 2 * Runtime.getRuntime().availableProcessors();

    @Mixin
    private ContractOption contract = new ContractOption();

    SelfTestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        var read = contract.read();
        var faults = Faults.all(read).stream()
                .filter(fault -> kind == null || fault.kind().equals(kind))
                .toList();
        if (faults.isEmpty() || jobs < 1) {
            throw new InputException(
                    jobs < 1
                            ? "--jobs: give a number above 0"
                            : "--kind " + kind + ": no such kind; run kit self-test without --kind to see all kinds");
        }
        var done = new AtomicInteger();
        var progress = new ProgressLine(console);
        long started = System.nanoTime();
        var kills = new SelfTest(read, EmbeddedTarget::of)
                .run(faults, jobs, kill -> progress.step(done.incrementAndGet(), faults.size(), kill.mutant()));
        progress.end();
        print(kills, (System.nanoTime() - started) / 1_000_000_000);
        var worse = matrix == null ? List.<String>of() : KillMatrix.worse(matrix, kills);
        worse.forEach(line -> console.out().println("worse: " + line));
        if (write != null) {
            Files.writeString(write, KillMatrix.write(kills));
        }
        boolean all = kills.stream().allMatch(kill -> kill.state() == MutantResult.State.KILLED);
        return all && worse.isEmpty() ? 0 : 1;
    }

    private void print(List<MutantResult> kills, long seconds) {
        var out = console.out();
        var byKind = new LinkedHashMap<String, List<MutantResult>>();
        kills.forEach(kill ->
                byKind.computeIfAbsent(kill.kind(), k -> new ArrayList<>()).add(kill));
        out.println(String.format("%-28s %7s %7s %10s %9s", "kind", "mutants", "killed", "otherwise", "survived"));
        byKind.forEach((name, ofKind) -> out.println(String.format(
                "%-28s %7d %7d %10d %9d",
                name,
                ofKind.size(),
                count(ofKind, MutantResult.State.KILLED),
                count(ofKind, MutantResult.State.KILLED_OTHERWISE),
                count(ofKind, MutantResult.State.SURVIVED))));
        kills.stream()
                .filter(kill -> kill.state() != MutantResult.State.KILLED)
                .forEach(kill -> out.println(kill.state() + " " + kill.mutant() + " " + String.join(" ", kill.by())));
        out.println(count(kills, MutantResult.State.KILLED) + " of " + kills.size()
                + " mutants killed by their own check in " + seconds + " s");
    }

    private static long count(List<MutantResult> kills, MutantResult.State state) {
        return kills.stream().filter(kill -> kill.state() == state).count();
    }
}
