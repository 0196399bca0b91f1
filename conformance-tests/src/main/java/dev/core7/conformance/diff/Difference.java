package dev.core7.conformance.diff;

import dev.core7.conformance.recording.TerminalText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** What changed between two reports, clause by clause. */
public final class Difference {
    /** The ways in which a clause can change; the first that fits is meant. */
    private enum Kind {
        FAILING("Newly failing", true, (old, now) -> now.broken() && !old.broken()),
        STOPPED("Stopped running", true, (old, now) -> old.judged() && !now.judged() && !now.notProven()),
        UNPROVEN("Newly not proven", true, (old, now) -> now.notProven() && !old.notProven()),
        PASSING("Newly passing", false, (old, now) -> now.passed() && !old.passed()),
        REASON("Changed reason", false, (old, now) -> (now.broken() || now.notProven()) && now.differsFrom(old));

        private final String title;
        private final boolean worse;
        private final BiPredicate<RecordedResult, RecordedResult> fits;

        Kind(String title, boolean worse, BiPredicate<RecordedResult, RecordedResult> fits) {
            this.title = title;
            this.worse = worse;
            this.fits = fits;
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
     * Compares two reports, each given as its report.json or the folder that has it.
     *
     * @throws dev.core7.contract.InputException where one is missing, or is no report
     */
    public static Difference between(Path oldReport, Path newReport) {
        var old = ReportFile.read(oldReport);
        var now = ReportFile.read(newReport);
        var ids = new LinkedHashSet<>(now.judgements().keySet());
        ids.addAll(old.judgements().keySet());
        var changes = new ArrayList<Change>();
        ids.forEach(id -> change(old.of(id), now.of(id)).ifPresent(changes::add));
        return new Difference(old, now, changes);
    }

    private static Optional<Change> change(RecordedResult old, RecordedResult now) {
        for (Kind kind : Kind.values()) {
            if (kind.fits.test(old, now)) {
                return Optional.of(new Change(kind, old, now));
            }
        }
        return Optional.empty();
    }

    /** Whether something fails, stopped running or is not proven that did better before. */
    public boolean worse() {
        return changes.stream().anyMatch(change -> change.kind().worse);
    }

    /** The difference as text, a line break at its end. */
    public String text() {
        var text = new StringBuilder(head());
        for (Kind kind : Kind.values()) {
            var alike = changes.stream().filter(c -> c.kind() == kind).toList();
            if (!alike.isEmpty()) {
                text.append('\n')
                        .append(kind.title)
                        .append(" (")
                        .append(alike.size())
                        .append(")\n");
                alike.forEach(change -> text.append(line(change)));
            }
        }
        return text.append('\n').append(verdict()).append('\n').toString();
    }

    private String head() {
        var text = new StringBuilder(old.line("old") + now.line("new"));
        if (!old.url().equals(now.url())) {
            text.append("The reports are about two servers.\n");
        }
        if (!old.contract().equals(now.contract())) {
            text.append("The reports judge by two contracts.\n");
        }
        return text.toString();
    }

    private static String line(Change change) {
        var level = change.now().level().isEmpty()
                ? change.old().level()
                : change.now().level();
        return TerminalText.of(String.format(
                        "  %-6s  %s: %s, was %s",
                        level,
                        change.now().id(),
                        change.now().why(),
                        change.old().why()))
                + "\n";
    }

    private String verdict() {
        if (changes.isEmpty()) {
            return "Nothing changed.";
        }
        return worse() ? "Something got worse." : "Nothing got worse.";
    }
}
