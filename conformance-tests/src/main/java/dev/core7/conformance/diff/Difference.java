package dev.core7.conformance.diff;

import dev.core7.conformance.recording.TerminalText;
import dev.core7.conformance.result.RemovedIds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/** The differences between the results of two reports. */
public final class Difference {
    /** The ways in which a result can change. If several match, the first one applies. */
    private enum Kind {
        REMOVED("Removed from the kit", false, (old, now) -> now.isRemoved()),
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
        return between(ReportFile.read(oldReport), ReportFile.read(newReport), RemovedIds.bundled());
    }

    static Difference between(ReportFile old, ReportFile now, RemovedIds removed) {
        var ids = new LinkedHashSet<>(now.results().keySet());
        ids.addAll(old.results().keySet());
        var renamed = renamed(old, now, removed);
        var changes = new ArrayList<Change>();
        for (String id : ids) {
            if (now.result(id).isAbsent() && removed.contains(id)) {
                lost(old.result(id), now, removed).ifPresent(changes::add);
            } else {
                var before = old.result(id);
                change(before.isAbsent() ? renamed.getOrDefault(id, before) : before, now.result(id))
                        .ifPresent(changes::add);
            }
        }
        return new Difference(old, now, changes);
    }

    /** Returns the results that the new kit no longer has, by the ids of their successors; a failed one comes first. */
    private static Map<String, RecordedResult> renamed(ReportFile old, ReportFile now, RemovedIds removed) {
        var renamed = new LinkedHashMap<String, RecordedResult>();
        old.results().values().stream()
                .filter(result -> now.result(result.id()).isAbsent())
                .forEach(result -> removed.successor(result.id())
                        .ifPresent(id -> renamed.merge(id, result, (one, other) -> one.failed() ? one : other)));
        return renamed;
    }

    /** Returns the removal of a result that was judged and that no result of the new report replaces. */
    private static Optional<Change> lost(RecordedResult old, ReportFile now, RemovedIds removed) {
        var successor = removed.successor(old.id());
        boolean replaced = successor.map(id -> !now.result(id).isAbsent()).orElse(false);
        String reason = successor
                .map(id -> "it was replaced by " + id + ", which is not in the new report")
                .orElse("nothing replaces it");
        return replaced || !old.judged()
                ? Optional.empty()
                : Optional.of(new Change(Kind.REMOVED, old, RecordedResult.removed(old.id(), reason)));
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
