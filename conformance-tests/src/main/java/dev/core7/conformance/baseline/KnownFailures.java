package dev.core7.conformance.baseline;

import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.result.Result;
import dev.core7.conformance.run.Report;
import dev.core7.contract.InputException;
import dev.core7.contract.InputFile;
import dev.core7.contract.YamlNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A baseline: failures that are known, by the id of their result. What passes, is expired or names nothing is stale. */
public final class KnownFailures {
    private static final String DRAFT = "say why this is known";

    private final Map<String, Entry> entries;
    private final String source;

    private KnownFailures(Map<String, Entry> entries, String source) {
        this.entries = entries;
        this.source = source;
    }

    private record Entry(String reason, Optional<LocalDate> until, int line) {}

    /** A baseline without entries. */
    public static KnownFailures none() {
        return new KnownFailures(Map.of(), "");
    }

    /**
     * Reads a baseline.
     *
     * @throws InputException where the file is missing, not YAML, or an entry lacks its id or reason
     */
    public static KnownFailures read(Path file) {
        var entries = new LinkedHashMap<String, Entry>();
        for (YamlNode node :
                parse(file).need("known_failures", "the list of entries").list()) {
            node.fields().forEach((name, value) -> {
                if (!List.of("id", "reason", "until").contains(name)) {
                    throw value.problem("no such key: \"" + name + "\"; known here: id, reason, until");
                }
            });
            var id =
                    node.need("id", "the id of a result, as report.json has it").text();
            var reason = node.need("reason", "why this failure is known").text();
            if (reason.isBlank() || reason.equals(DRAFT)) {
                throw node.problem("the reason of " + id + " is still to be written");
            }
            if (entries.put(id, new Entry(reason, node.field("until").map(KnownFailures::date), node.line())) != null) {
                throw node.problem(id + " stands twice");
            }
        }
        return new KnownFailures(entries, file.toString());
    }

    private static YamlNode parse(Path file) {
        try {
            return YamlNode.parse(InputFile.text(file, InputFile.HAND_WRITTEN_LIMIT), file.toString());
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read: give a baseline, or draft one with --write-baseline", e);
        }
    }

    private static LocalDate date(YamlNode node) {
        try {
            return LocalDate.parse(node.text());
        } catch (DateTimeParseException e) {
            throw node.problem("a date such as 2027-01-31 is expected, not " + node.text());
        }
    }

    /** The report with what this baseline makes of it. */
    public Report applied(Report report, LocalDate today) {
        return report.with(apply(report.results(), today), stale(report.results(), today));
    }

    /** The results, those that are known to fail no longer counting as failed; expired entries excuse nothing. */
    public List<Result> apply(List<Result> results, LocalDate today) {
        return results.stream()
                .map(result -> {
                    var entry = entries.get(result.id());
                    return result.outcome() instanceof Outcome.Failed failed
                                    && entry != null
                                    && !isExpired(entry, today)
                            ? result.with(new Outcome.KnownFailure(failed.findings(), entry.reason()))
                            : result;
                })
                .toList();
    }

    /** What is wrong with the baseline itself, one line an entry; none: nothing. */
    public List<String> stale(List<Result> results, LocalDate today) {
        var outcomes = new LinkedHashMap<String, Outcome>();
        results.forEach(result -> outcomes.put(result.id(), result.outcome()));
        var stale = new ArrayList<String>();
        entries.forEach((id, entry) -> problem(outcomes.get(id), entry, today)
                .ifPresent(problem -> stale.add(source + ":" + entry.line() + ": " + id + " " + problem)));
        return stale;
    }

    private static Optional<String> problem(@Nullable Outcome outcome, Entry entry, LocalDate today) {
        if (outcome == null) {
            return Optional.of("names no result of this run: correct or delete the entry");
        }
        if (outcome instanceof Outcome.Excluded) {
            return Optional.empty();
        }
        if (!(outcome instanceof Outcome.Failed) && !(outcome instanceof Outcome.KnownFailure)) {
            return Optional.of("is " + outcome.word().replace('-', ' ') + " now: delete the entry");
        }
        return isExpired(entry, today)
                ? Optional.of("was excused until " + entry.until().orElseThrow() + ": mend it, or set a new date")
                : Optional.empty();
    }

    private static boolean isExpired(Entry entry, LocalDate today) {
        return entry.until().map(today::isAfter).orElse(false);
    }

    /** A draft of a baseline with everything that failed; each reason is left to be written. */
    public static String draft(List<Result> results) {
        var text = new StringBuilder("""
                # Failures that are known. Each needs a reason; until (a date) is optional. An entry that passes, that is
                # expired, or that names no result is stale and makes the run fail.
                known_failures:
                """);
        var failed = results.stream()
                .filter(result -> result.outcome() instanceof Outcome.Failed)
                .toList();
        for (Result result : failed) {
            text.append("  - id: \"")
                    .append(result.id())
                    .append("\"\n    reason: ")
                    .append(DRAFT)
                    .append('\n');
        }
        return failed.isEmpty() ? text.toString().replace("known_failures:", "known_failures: []") : text.toString();
    }
}
