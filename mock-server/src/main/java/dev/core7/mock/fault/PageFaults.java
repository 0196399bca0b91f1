package dev.core7.mock.fault;

import dev.core7.contract.Operation;
import dev.core7.mock.state.Action;
import dev.core7.mock.state.ListOperation;
import dev.core7.mock.state.OperationRole;
import dev.core7.mock.state.OperationRole.Verb;
import dev.core7.mock.state.Page;
import dev.core7.mock.state.Paging;
import dev.core7.mock.state.StoredObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/** Sends pages with gaps or duplicates, with wrong links, or with a wrong count. */
final class PageFaults implements StateFaultFamily {
    @Override
    public List<Fault> faults(Operation operation, OperationRole part) {
        if (!part.verb().lists()) {
            return List.of();
        }
        var listing = ListOperation.of(operation);
        var faults = new ArrayList<Fault>();
        if (listing.isBy(Paging.CURSOR) || listing.isBy(Paging.LIMIT)) {
            faults.addAll(joints(operation));
            faults.addAll(links(operation));
        }
        // A client that does not know all objects cannot detect a gap between pages of a cursor.
        if (listing.isBy(Paging.LIMIT)) {
            faults.add(fault(operation, "limit-off-by-one", "answers one more than the limit", PageFaults::oneMore));
            faults.add(fault(
                    operation, "page-off-by-one", "leaves one out before each page", onLater(page -> moved(page, 1))));
        }
        // PostHog's own list of persons links to itself in place of its first page.
        if (part.verb() == Verb.LIST) {
            faults.add(fault(
                    operation,
                    "previous-wrong",
                    "names the page itself as the one before",
                    (page, action) -> page.previous() == null ? page : page.withPrevious(itself(action))));
        }
        if (listing.counts()) {
            faults.add(counting(operation, "one-more", "one too many", page -> page.count() + 1));
            faults.add(counting(
                    operation,
                    "of-page",
                    "those on the page",
                    page -> page.rows().size()));
        }
        return faults;
    }

    private static List<Fault> joints(Operation operation) {
        return List.of(
                fault(operation, "page-overlaps", "repeats one on each page", onLater(page -> moved(page, -1))),
                fault(
                        operation,
                        "order-unstable",
                        "sorts later pages the other way",
                        onLater(page -> page.withAll(reversed(page.all())))));
    }

    private static List<Fault> links(Operation operation) {
        return List.of(
                fault(
                        operation,
                        "next-to-itself",
                        "names the page itself as the next",
                        (page, action) -> page.next() == null ? page : page.withNext(itself(action))),
                fault(operation, "next-missing", "names no next page", (page, action) -> page.withNext(null)),
                fault(operation, "next-never-ends", "names a page after the last", PageFaults::endless));
    }

    private static Fault counting(Operation operation, String variant, String what, ToIntFunction<Page> count) {
        return FaultFamily.fault(
                operation,
                "count-wrong",
                variant,
                "counts " + what,
                StateFaultBehaviors.paged((page, action) -> page.withCount(count.applyAsInt(page))));
    }

    private static Fault fault(
            Operation operation, String kind, String description, BiFunction<Page, Action, Page> change) {
        return FaultFamily.fault(operation, kind, description, StateFaultBehaviors.paged(change));
    }

    /** The first page stays as it is. */
    private static BiFunction<Page, Action, Page> onLater(UnaryOperator<Page> change) {
        return (page, action) -> page.previous() == null ? page : change.apply(page);
    }

    private static Page moved(Page page, int by) {
        return page.between(page.from() + by, page.to() + by);
    }

    private static Page oneMore(Page page, Action action) {
        return action.parameter(Paging.LIMIT).isEmpty() ? page : page.between(page.from(), page.to() + 1);
    }

    private static List<StoredObject> reversed(List<StoredObject> all) {
        var reversed = new ArrayList<>(all);
        Collections.reverse(reversed);
        return reversed;
    }

    private static String itself(Action action) {
        return action.called().toString();
    }

    /** After the last page an empty one, and another; by cursor the first again. */
    private static Page endless(Page page, Action action) {
        if (page.next() != null) {
            return page;
        }
        boolean byCursor = ListOperation.of(action.operation()).isBy(Paging.CURSOR);
        var after = byCursor
                ? action.called().without(Paging.CURSOR)
                : action.called().with(Paging.OFFSET, Math.max(page.to(), offset(action)) + 1);
        return page.withNext(after.toString());
    }

    private static int offset(Action action) {
        String sent = action.parameter(Paging.OFFSET);
        return sent.matches("\\d{1,8}") ? Integer.parseInt(sent) : 0;
    }
}
