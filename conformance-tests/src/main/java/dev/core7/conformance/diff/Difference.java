package dev.core7.conformance.diff;

import dev.core7.conformance.recording.TerminalText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** The differences between the results of two reports. */
public final class Difference {
    /** The ways in which a result can change. If several match, the first one applies. */
    private enum Kind {
        FAILING("Newly failing", true, (old, now) -> now.failed() && !old.failed()),
        STOPPED("Stopped running", true, (old, now) -> old.judged() && !now.judged() && !now.notProven()),
        UNPROVEN("Newly not proven", true, (old, now) -> now.notProven() && !old.notProven()),
        PASSING("Newly passing", false, (old, now) -> now.passed() && !old.passed()),
        REASON("Changed reason", false, (old, now) -> (now.failed() || now.notProven()) && now.differsFrom(old));

        private final String title;
        private final boolean worse;
        private final BiPredicate<RecordedResult, RecordedResult> matches;

        Kind(String title, boolean worse, BiPredicate<RecordedResult, RecordedResult> matches) {
            this.title = title;
            this.worse = worse;
            this.matches = matches;
        }
    }

    private record Change(Kind kind, RecordedResult old, RecordedResult now) {}

    private final ReportFile old;
    private final ReportFile now;
    private final List<Change> changes;

    private Difference(ReportFile old, ReportFile now, List<Change> changes) {
        this.old = old;
        this.now = now;
        this.changes = changes;
    }

    /**
     * Compares two reports, each given as a report.json or its folder.
     *
     * @throws dev.core7.contract.InputException if a file is missing or is not a report
     */
    public static Difference between(Path oldReport, Path newReport) {
        var old = ReportFile.read(oldReport);
        var now = ReportFile.read(newReport);
        var ids = new LinkedHashSet<>(now.results().keySet());
        ids.addAll(old.results().keySet());
        var changes = new ArrayList<Change>();
        ids.forEach(id -> change(old.result(id), now.result(id)).ifPresent(changes::add));
        return new Difference(old, now, changes);
    }

    private static Optional<Change> change(RecordedResult old, RecordedResult now) {
        for (Kind kind : Kind.values()) {
            if (kind.matches.test(old, now)) {
                return Optional.of(new Change(kind, old, now));
            }
        }
        return Optional.empty();
    }

    /** Whether a result newly fails, stopped running, or is newly not proven. */
    public boolean worse() {
        return changes.stream().anyMatch(change -> change.kind().worse);
    }

    /** Returns the changes as text, one section per kind. */
    public String text() {
        var text = new StringBuilder(head());
        for (Kind kind : Kind.values()) {
            var ofKind =
                    changes.stream().filter(change -> change.kind() == kind).toList();
            if (!ofKind.isEmpty()) {
                text.append('\n')
                        .append(kind.title)
                        .append(" (")
                        .append(ofKind.size())
                        .append(")\n");
                ofKind.forEach(change -> text.append(line(change)));
            }
        }
        return text.append('\n').append(conclusion()).append('\n').toString();
    }

    private String head() {
        var text = new StringBuilder(old.line("old") + now.line("new"));
        if (!old.url().equals(now.url())) {
            text.append("The reports are about different servers.\n");
        }
        if (!old.contract().equals(now.contract())) {
            text.append("The reports were judged by different contracts.\n");
        }
        return text.toString();
    }

    private static String line(Change change) {
        var level =
                change.now().isAbsent() ? change.old().level() : change.now().level();
        return TerminalText.of(String.format(
                        "  %-6s  %s: %s (before: %s)",
                        level,
                        change.now().id(),
                        change.now().summary(),
                        change.old().summary()))
                + "\n";
    }

    private String conclusion() {
        if (changes.isEmpty()) {
            return "Nothing changed.";
        }
        return worse() ? "Something got worse." : "Nothing got worse.";
    }
}
