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
        description = "Judges a server by the Core-7 contract, or plays one.",
        mixinStandardHelpOptions = true,
        version = Main.VERSION,
        synopsisSubcommandLabel = "COMMAND")
public final class Main {
    static final String VERSION = "core7-kit 0.1.0";

    /** In the order of the help. */
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
    /** Incomplete, target unreachable, or a fault of the kit itself. */
    static final int INCOMPLETE = 3;

    @Option(
            names = "--no-color",
            scope = ScopeType.INHERIT,
            description = "Without colours, which only helps have, on a terminal; so does NO_COLOR in the environment.")
    private boolean withoutColours;

    private Main() {}

    /** Runs and exits. */
    public static void main(String[] args) {
        System.exit(run(System.getenv(), writer(System.out), writer(System.err), args));
    }

    /** Runs and answers the exit code. */
    static int run(Map<String, String> environment, PrintWriter out, PrintWriter err, String... args) {
        var console = new Console(environment, out, err);
        try {
            var line = line(console, args);
            if (List.of(args).contains("--no-color")) {
                line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
            }
            if (args.length == 0) {
                // Nothing was asked for: it must not look like a verdict.
                line.usage(err);
                return USAGE;
            }
            return line.execute(args);
        } catch (Throwable e) {
            // An Error, which picocli lets through: Java would end with 1, which says "not conformant".
            return failed(e, err);
        } finally {
            out.flush();
            err.flush();
        }
    }

    /**
     * The command line, before anything was read from it, with the command that the arguments begin with, or else with all: each takes
     * longer to build than most take to read.
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
        err.println(command + ": " + e.getMessage().replace('\n', ' ') + meant(e) + " (see " + command + " --help)");
        return USAGE;
    }

    /** The command, option or value that was misspelled, if one is alike. */
    private static String meant(CommandLine.ParameterException e) {
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
            err.println("kit: out of memory: give Java more, such as JAVA_TOOL_OPTIONS=-Xmx4g");
            return INCOMPLETE;
        }
        err.println("kit: a fault of the kit itself, please report it: " + e);
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
