package dev.core7.mock.fault;

import dev.core7.mock.http.RequestUrl;
import dev.core7.mock.state.ListOperation;
import dev.core7.mock.state.ObjectRequest;
import dev.core7.mock.state.OperationRole;
import dev.core7.mock.state.OperationRole.Type;
import dev.core7.mock.state.Page;
import dev.core7.mock.state.Paging;
import dev.core7.mock.state.StoredObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/** Sends pages with gaps or duplicates, with wrong links, or with a wrong count. */
final class PageFaults implements StateFaultFamily {
    /** The beginning of a cursor that leads backward: the word "before" in base64. */
    private static final String BACKWARD = "YmVmb3Jl";

    @Override
    public void addTo(FaultCollector faults, OperationRole role) {
        if (!role.type().lists()) {
            return;
        }
        var listing = ListOperation.of(faults.operation());
        if (listing.isPagedBy(Paging.CURSOR) || listing.isPagedBy(Paging.LIMIT)) {
            addSequence(faults);
            addLinks(faults);
        }
        if (listing.isPagedBy(Paging.CURSOR)) {
            add(
                    faults,
                    "previous-reversed",
                    "sends the page before another one in reverse order",
                    (page, request) -> request.parameter(Paging.CURSOR).startsWith(BACKWARD) ? turned(page) : page);
        }
        // A client that does not know all objects cannot detect a gap between pages of a cursor.
        if (listing.isPagedBy(Paging.LIMIT)) {
            add(faults, "limit-off-by-one", "returns one object more than the limit", PageFaults::oneMore);
            add(
                    faults,
                    "later-page-too-long",
                    "returns one object more than the limit on all pages but the first",
                    (page, request) -> page.from() == 0 ? page : oneMore(page, request));
            add(faults, "page-off-by-one", "skips one object before each page", onLater(page -> moved(page, 1)));
        }
        if (role.type() == Type.LIST) {
            add(faults, "listed-twice", "lists the first object of each page twice", (page, request) -> twice(page));
        }
        // PostHog's own list of persons links to itself in place of its first page.
        if (role.type() == Type.LIST) {
            add(
                    faults,
                    "previous-wrong",
                    "links each page to itself as the previous page",
                    (page, request) -> page.previous() == null ? page : page.withPrevious(itself(request)));
        }
        if (!listing.filters().isEmpty() && (listing.isPagedBy(Paging.CURSOR) || listing.isPagedBy(Paging.LIMIT))) {
            add(
                    faults,
                    "next-drops-filters",
                    "links to the next page of the list without filters",
                    (page, request) -> withoutFilters(page, listing.filters()));
        }
        if (listing.hasCount()) {
            addHiddenCount(faults);
            addCount(faults, "one-more", "reports a count that is too high by one", page -> page.count() + 1);
            addCount(
                    faults,
                    "of-page",
                    "counts only the objects on the page",
                    page -> page.rows().size());
        }
    }

    private static void addSequence(FaultCollector faults) {
        add(
                faults,
                "page-overlaps",
                "repeats the last object of each page on the next page",
                onLater(page -> moved(page, -1)));
        add(
                faults,
                "order-unstable",
                "sorts all pages but the first in reverse order",
                onLater(page -> page.withAll(reversed(page.all()))));
    }

    private static void addLinks(FaultCollector faults) {
        add(
                faults,
                "next-to-itself",
                "links each page to itself as the next page",
                (page, request) -> page.next() == null ? page : page.withNext(itself(request)));
        add(faults, "next-missing", "never links to a next page", (page, request) -> page.withNext(null));
        add(faults, "next-never-ends", "links the last page to a next page", PageFaults::endless);
    }

    private static void addHiddenCount(FaultCollector faults) {
        faults.add(
                "count-wrong",
                "hidden",
                "also counts objects that the list does not show",
                StateFaultBehaviors.carryingOut((request, state) -> {
                    var page = state.page(request, state.sortAndFilter(request));
                    int all = state.store().all(state.collection(request)).size();
                    return Optional.of(state.render(page.withCount(all), request));
                }));
    }

    private static void addCount(FaultCollector faults, String variant, String description, ToIntFunction<Page> count) {
        faults.add(
                "count-wrong",
                variant,
                description,
                StateFaultBehaviors.changingPage((page, request) -> page.withCount(count.applyAsInt(page))));
    }

    private static void add(
            FaultCollector faults, String kind, String description, BiFunction<Page, ObjectRequest, Page> change) {
        faults.add(kind, description, StateFaultBehaviors.changingPage(change));
    }

    /** Changes all pages except the first. */
    private static BiFunction<Page, ObjectRequest, Page> onLater(UnaryOperator<Page> change) {
        return (page, request) -> page.previous() == null ? page : change.apply(page);
    }

    private static Page moved(Page page, int by) {
        return page.between(page.from() + by, page.to() + by);
    }

    private static Page oneMore(Page page, ObjectRequest request) {
        return request.parameter(Paging.LIMIT).isEmpty() ? page : page.between(page.from(), page.to() + 1);
    }

    private static Page twice(Page page) {
        var all = new ArrayList<>(page.all());
        page.rows().stream().findFirst().ifPresent(first -> all.add(page.from(), first));
        return page.withAll(all).between(page.from(), page.to() + 1);
    }

    private static List<StoredObject> reversed(List<StoredObject> objects) {
        var reversed = new ArrayList<>(objects);
        Collections.reverse(reversed);
        return reversed;
    }

    /** Reverses the objects on a page only. */
    private static Page turned(Page page) {
        var all = new ArrayList<>(page.all());
        Collections.reverse(all.subList(page.from(), page.to()));
        return page.withAll(all);
    }

    private static Page withoutFilters(Page page, List<String> filters) {
        if (page.next() == null) {
            return page;
        }
        var next = RequestUrl.parse(page.next());
        for (String filter : filters) {
            next = next.without(filter);
        }
        return page.withNext(next.toString());
    }

    private static String itself(ObjectRequest request) {
        return request.requestUrl().toString();
    }

    /** Links the last page to an empty one, which links to the next; a list with a cursor starts again at its first page. */
    private static Page endless(Page page, ObjectRequest request) {
        if (page.next() != null) {
            return page;
        }
        boolean byCursor = ListOperation.of(request.operation()).isPagedBy(Paging.CURSOR);
        var next = byCursor
                ? request.requestUrl().without(Paging.CURSOR)
                : request.requestUrl().with(Paging.OFFSET, Math.max(page.to(), offset(request)) + 1);
        return page.withNext(next.toString());
    }

    private static int offset(ObjectRequest request) {
        String sent = request.parameter(Paging.OFFSET);
        return sent.matches("\\d{1,8}") ? Integer.parseInt(sent) : 0;
    }
}
