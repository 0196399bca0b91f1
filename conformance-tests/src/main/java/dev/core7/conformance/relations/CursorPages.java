package dev.core7.conformance.relations;

import dev.core7.conformance.result.Finding;
import dev.core7.conformance.view.Page;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Judges the pages of a list with a cursor. A list whose first page has no link has no further pages, so it is not judged. */
record CursorPages(RelationExecution execution, ListOperation list, Walk whole) {
    /** @param again reads the whole list once more */
    void judge(
            Relation.Statement pages,
            Relation.Statement links,
            Relation.Statement once,
            Relation.Statement withoutScope,
            Relation.Reading<Walk> again)
            throws StoppedException {
        var first = whole.pages().get(0);
        if (first.next() == null) {
            execution.notApplicable(pages, "the list has only one page");
            execution.notApplicable(links, "the list has only one page");
            execution.notApplicable(once, "the list has only one page");
            execution.notApplicable(withoutScope, "the list has only one page");
            return;
        }
        var twice = duplicate(whole);
        execution.judge(pages, whole.last(), whole.broken().or(() -> twice));
        // Other clients may change the order of the list while it is read, but not twice in the same way.
        execution.judge(once, whole.last(), twice.isPresent() ? duplicate(again.read()) : twice);
        Optional<Finding> wrong = back(whole, pages);
        execution.judge(pages, whole.last(), wrong);
        execution.judge(links, whole.last(), wrong.isPresent() ? back(again.read(), pages) : wrong);
        PageLinkScope.judge(execution, withoutScope, first.next());
    }

    /** Follows {@code previous} of the second and of the third page. */
    private Optional<Finding> back(Walk walk, Relation.Statement pages) throws StoppedException {
        var finding = Optional.<Finding>empty();
        for (int i = 1; i < Math.min(walk.pages().size(), 3) && finding.isEmpty(); i++) {
            var page = walk.pages().get(i);
            var before = walk.pages().get(i - 1);
            var back = Walk.follow(execution, pages.step(), list, page, Page.PREVIOUS, 1);
            finding = back.broken().or(() -> otherPage(before, page, back));
        }
        return finding;
    }

    private Optional<Finding> duplicate(Walk walk) {
        var seen = new HashSet<String>();
        return walk.items().stream()
                .map(Page::id)
                .filter(id -> !seen.add(id))
                .findFirst()
                .map(id -> new Finding("/" + list.results(), "each item once", "item " + id + " on two pages"));
    }

    /** Whether {@code previous} leads to the page before; other clients may have added and deleted some of its items. */
    private Optional<Finding> otherPage(Page before, Page page, Walk back) {
        var reached = back.pages().get(back.pages().size() - 1);
        boolean overlaps = !Collections.disjoint(ids(page), ids(reached));
        return Optional.of(new Finding(
                        "/" + list.results(), "the page before, with " + ids(before), String.valueOf(ids(reached))))
                .filter(f -> back.pages().size() < 2
                        || overlaps
                        || Collections.disjoint(ids(before), ids(reached))
                        || isReordered(before, reached));
    }

    /** Whether two pages show the same two items one after the other in different order, although the list has an order. */
    private boolean isReordered(Page before, Page reached) {
        var then = new ArrayList<>(before.items());
        var now = ids(reached);
        then.removeIf(item -> !now.contains(Page.id(item)));
        for (int i = 1; i < then.size(); i++) {
            var pair = List.of(then.get(i - 1), then.get(i));
            boolean turned = now.indexOf(Page.id(pair.get(0))) > now.indexOf(Page.id(pair.get(1)));
            if (turned && list.order().filter(order -> order.isSame(pair)).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static List<String> ids(Page page) {
        return page.items().stream().map(Page::id).toList();
    }
}
