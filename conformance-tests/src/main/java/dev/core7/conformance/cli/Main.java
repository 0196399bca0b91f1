package dev.core7.conformance.cli;

import dev.core7.conformance.selection.Suggestion;
import dev.core7.contract.InputException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command {@code kit}: a function of its arguments, environment and streams. */
@Command(
        name = "kit",
        description = "Tests servers for conformance with the Core-7 contract, and runs a mock server.",
        mixinStandardHelpOptions = true,
        version = Main.VERSION,
        synopsisSubcommandLabel = "COMMAND")
public final class Main {
    static final String VERSION = "core7-kit 0.1.0";

    /** The commands, in the order of the help. */
    private static final List<Class<?>> COMMANDS = List.of(
            CheckCommand.class,
            PlanCommand.class,
            ListCommand.class,
            ExplainCommand.class,
            DiffCommand.class,
            MergeCommand.class,
            ReplayCommand.class,
            VerifyReportCommand.class,
            CleanupCommand.class,
            MockCommand.class,
            SelfTestCommand.class,
            CompletionCommand.class);

    /** Bad usage or configuration. */
    static final int USAGE = 2;
    /** Incomplete, target unreachable, or an internal error of the kit. */
    static final int INCOMPLETE = 3;

    @Option(
            names = "--no-color",
            scope = ScopeType.INHERIT,
            description = "Prints help without colours; so does the environment variable NO_COLOR.")
    private boolean noColor;

    private Main() {}

    /** Runs the command and exits. */
    public static void main(String[] args) {
        System.exit(run(System.getenv(), writer(System.out), writer(System.err), args));
    }

    /** Runs the command and returns the exit code. */
    static int run(Map<String, String> environment, PrintWriter out, PrintWriter err, String... args) {
        var console = new Console(environment, out, err);
        try {
            var line = line(console, args);
            if (List.of(args).contains("--no-color")) {
                line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
            }
            if (args.length == 0) {
                // No command is not success: exit code 0 would look like a verdict.
                line.usage(err);
                return USAGE;
            }
            return line.execute(args);
        } catch (Throwable e) {
            // picocli does not catch an Error; Java would exit with 1, which means "not conformant".
            return failed(e, err);
        } finally {
            out.flush();
            err.flush();
        }
    }

    /**
     * Returns the unparsed command line. If the arguments begin with a command, only this command is added, because adding all takes
     * noticeable time.
     */
    static CommandLine line(Console console, String... args) {
        var line = new CommandLine(new Main(), factory(console));
        var named = COMMANDS.stream().filter(type -> isNamed(type, args)).toList();
        (named.isEmpty() ? COMMANDS : named).forEach(line::addSubcommand);
        return line.setOut(console.out())
                .setErr(console.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((e, arguments) -> badUsage(e, console.err()))
                .setExecutionExceptionHandler((e, command, arguments) -> failed(e, console.err()));
    }

    private static boolean isNamed(Class<?> type, String... args) {
        return args.length > 0 && type.getAnnotation(Command.class).name().equals(args[0]);
    }

    private static IFactory factory(Console console) {
        var defaults = CommandLine.defaultFactory();
        return new IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                return Callable.class.isAssignableFrom(type)
                        ? type.getDeclaredConstructor(Console.class).newInstance(console)
                        : defaults.create(type);
            }
        };
    }

    private static int badUsage(CommandLine.ParameterException e, PrintWriter err) {
        var command = e.getCommandLine().getCommandSpec().qualifiedName();
        err.println(
                command + ": " + e.getMessage().replace('\n', ' ') + suggestion(e) + " (see " + command + " --help)");
        return USAGE;
    }

    /** Suggests the command, option or value that may have been misspelled. */
    private static String suggestion(CommandLine.ParameterException e) {
        if (!(e instanceof CommandLine.UnmatchedArgumentException unmatched)) {
            return "";
        }
        var spec = e.getCommandLine().getCommandSpec();
        var known = new ArrayList<>(spec.subcommands().keySet());
        known.addAll(spec.optionsMap().keySet());
        spec.positionalParameters().stream()
                .map(CommandLine.Model.ArgSpec::completionCandidates)
                .filter(Objects::nonNull)
                .forEach(values -> values.forEach(value -> known.add(value.toLowerCase(Locale.ROOT))));
        return Suggestion.of(unmatched.getUnmatched().get(0), known);
    }

    private static int failed(Throwable e, PrintWriter err) {
        if (e instanceof InputException) {
            err.println("kit: " + e.getMessage());
            return USAGE;
        }
        if (e instanceof OutOfMemoryError) {
            err.println("kit: out of memory: increase the heap, for example with JAVA_TOOL_OPTIONS=-Xmx4g");
            return INCOMPLETE;
        }
        err.println("kit: internal error, please report it: " + e);
        for (StackTraceElement frame : e.getStackTrace()) {
            if (frame.getClassName().startsWith("dev.core7.")) {
                err.println("    at " + frame);
            }
        }
        return INCOMPLETE;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }
}
