package dev.core7.conformance.relations;

import dev.core7.conformance.result.Finding;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Judges the pages of a list with a cursor. A list whose first page has no link has no further pages, so it is not judged. */
record CursorPages(RelationExecution execution, ListOperation list, Walk whole) {
    void judge(Relation.Statement pages, Relation.Statement withoutScope) throws StoppedException {
        var first = whole.pages().get(0);
        if (first.next() == null) {
            execution.notApplicable(pages, "the list has only one page");
            execution.notApplicable(withoutScope, "the list has only one page");
            return;
        }
        execution.judge(pages, whole.last(), whole.broken().or(this::duplicate));
        if (whole.pages().size() > 1) {
            var back = Walk.follow(execution, pages.step(), list, whole.pages().get(1), Page.PREVIOUS, 1);
            execution.judge(pages, back.last(), back.broken().or(() -> otherPage(first, back)));
        }
        PageLinkScope.judge(execution, withoutScope, first.next());
    }

    private Optional<Finding> duplicate() {
        var seen = new HashSet<String>();
        return whole.items().stream()
                .map(Page::id)
                .filter(id -> !seen.add(id))
                .findFirst()
                .map(id -> new Finding("/" + list.results(), "each item once", "item " + id + " on two pages"));
    }

    /** Whether {@code previous} leads to the first page; other clients may have added and deleted some of its items. */
    private Optional<Finding> otherPage(Page first, Walk back) {
        var reached = back.pages().get(back.pages().size() - 1);
        boolean overlaps = reached.items().stream()
                .anyMatch(item -> ids(whole.pages().get(1)).contains(Page.id(item)));
        return Optional.of(new Finding(
                        "/" + list.results(), "the first page, with " + ids(first), String.valueOf(ids(reached))))
                .filter(f -> back.pages().size() < 2 || overlaps || Collections.disjoint(ids(first), ids(reached)));
    }

    private static List<String> ids(Page page) {
        return page.items().stream().map(Page::id).toList();
    }
}
