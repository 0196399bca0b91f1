package dev.core7.conformance.baseline;

import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.result.RemovedIds;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A baseline: known failures by the id of their result. An entry is stale if its result does not fail, if it is expired, or if there
 * is no such result. An entry with a removed id excuses the successor of its result; it is never stale, but causes a warning.
 */
public final class KnownFailures {
    private static final String DRAFT = "say why this is known";

    private final Map<String, Entry> entries;
    private final String source;
    private final RemovedIds removed;

    /** The entries by the current ids of their results. */
    private final Map<String, Entry> byCurrentId = new LinkedHashMap<>();

    private KnownFailures(Map<String, Entry> entries, String source, RemovedIds removed) {
        this.entries = entries;
        this.source = source;
        this.removed = removed;
        byCurrentId.putAll(entries);
        entries.forEach((id, entry) -> removed.successor(id).ifPresent(now -> byCurrentId.putIfAbsent(now, entry)));
    }

    private record Entry(String reason, Optional<LocalDate> until, int line) {}

    /** Returns a baseline without entries. */
    public static KnownFailures none() {
        return new KnownFailures(Map.of(), "", RemovedIds.bundled());
    }

    /**
     * Reads a baseline.
     *
     * @throws InputException if the file is missing or not YAML, or if an entry lacks its id or reason
     */
    public static KnownFailures read(Path file) {
        return read(file, RemovedIds.bundled());
    }

    static KnownFailures read(Path file, RemovedIds removed) {
        var entries = new LinkedHashMap<String, Entry>();
        for (YamlNode node :
                parse(file).need("known_failures", "the list of entries").list()) {
            node.fields().forEach((name, value) -> {
                if (!List.of("id", "reason", "until").contains(name)) {
                    throw value.problem("no such key: \"" + name + "\"; known here: id, reason, until");
                }
            });
            var id = node.need("id", "the id of a result, as in report.json").text();
            var reason = node.need("reason", "why this failure is known").text();
            if (reason.isBlank() || reason.equals(DRAFT)) {
                throw node.problem("the reason of " + id + " is missing: write why this failure is known");
            }
            if (entries.put(id, new Entry(reason, node.field("until").map(KnownFailures::date), node.line())) != null) {
                throw node.problem(id + " is listed twice");
            }
        }
        return new KnownFailures(entries, file.toString(), removed);
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
            throw node.problem("expected a date such as 2027-01-31, got " + node.text());
        }
    }

    /** Returns the report with this baseline applied to its results, its stale entries, and warnings about removed ids. */
    public Report applied(Report report, LocalDate today) {
        var warnings = Stream.concat(report.warnings().stream(), warnings(report.results()).stream())
                .toList();
        return report.withResults(apply(report.results(), today), stale(report.results(), today))
                .withWarnings(warnings);
    }

    /** Returns the results; failures with an entry that is not expired become known failures. */
    public List<Result> apply(List<Result> results, LocalDate today) {
        return results.stream()
                .map(result -> {
                    var entry = byCurrentId.get(result.id());
                    return result.outcome() instanceof Outcome.Failed failed
                                    && entry != null
                                    && !isExpired(entry, today)
                            ? result.with(new Outcome.KnownFailure(failed.findings(), entry.reason()))
                            : result;
                })
                .toList();
    }

    /** Returns the stale entries, one line each. */
    public List<String> stale(List<Result> results, LocalDate today) {
        var outcomes = outcomes(results);
        var stale = new ArrayList<String>();
        entries.forEach((id, entry) -> {
            if (!removed.contains(id)) {
                problem(outcomes.get(id), entry, today)
                        .ifPresent(problem -> stale.add(source + ":" + entry.line() + ": " + id + " " + problem));
            }
        });
        return stale;
    }

    /** Returns what to do about the entries whose ids were removed, one line each. */
    public List<String> warnings(List<Result> results) {
        var outcomes = outcomes(results);
        var warnings = new ArrayList<String>();
        entries.forEach((id, entry) -> {
            if (removed.contains(id)) {
                var advice = removed.successor(id)
                        .map(now -> "was replaced by " + now + ": " + advice(outcomes.get(now)))
                        .orElse("was removed, and nothing replaces it: delete the entry");
                warnings.add(source + ":" + entry.line() + ": " + id + " " + advice);
            }
        });
        return warnings;
    }

    private static String advice(@Nullable Outcome outcome) {
        return outcome instanceof Outcome.Failed || outcome instanceof Outcome.KnownFailure
                ? "change the id of the entry"
                : "delete the entry, because this result did not fail";
    }

    private static Map<String, Outcome> outcomes(List<Result> results) {
        var outcomes = new LinkedHashMap<String, Outcome>();
        results.forEach(result -> outcomes.put(result.id(), result.outcome()));
        return outcomes;
    }

    private static Optional<String> problem(@Nullable Outcome outcome, Entry entry, LocalDate today) {
        if (outcome == null) {
            return Optional.of("is not a result of this run: correct or delete the entry");
        }
        if (outcome instanceof Outcome.Excluded) {
            return Optional.empty();
        }
        if (!(outcome instanceof Outcome.Failed) && !(outcome instanceof Outcome.KnownFailure)) {
            return Optional.of("is " + outcome.word().replace('-', ' ') + " now: delete the entry");
        }
        return isExpired(entry, today)
                ? Optional.of("was excused until " + entry.until().orElseThrow() + ": fix it, or set a new date")
                : Optional.empty();
    }

    private static boolean isExpired(Entry entry, LocalDate today) {
        return entry.until().map(today::isAfter).orElse(false);
    }

    /** Returns a draft of a baseline with all failures; the user writes the reasons. */
    public static String draft(List<Result> results) {
        var text = new StringBuilder("""
                # Known failures. Each entry needs a reason; until (a date) is optional. An entry makes the run fail if its
                # result does not fail any more, if it is expired, or if there is no such result.
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
