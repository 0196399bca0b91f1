package dev.core7.conformance.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;

/** {@code kit completion}: prints a completion script for shells. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = {"Prints a completion script for bash and zsh.", "To use it, run: source <(./kit completion)"})
final class CompletionCommand implements Callable<Integer> {
    private final Console console;

    CompletionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var kit = Main.line(console);
        console.out().println(AutoComplete.bash(kit.getCommandName(), kit));
        return 0;
    }
}
