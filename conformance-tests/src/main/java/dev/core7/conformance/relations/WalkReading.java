package dev.core7.conformance.relations;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.result.Finding;
import dev.core7.conformance.view.Page;
import dev.core7.conformance.view.Views;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Reads a list in several ways, and compares each with the whole list. */
final class WalkReading {
    /** More pages than a server needs, even if its pages are shorter than the limit. */
    private static final int SPARE_PAGES = 12;

    private final RelationExecution execution;
    private final ListOperation list;
    private final ListUnderTest subject;
    private final Walk whole;

    /** The ids of the run's items in the order of the whole list, and their indexes in it. */
    private final List<String> own;

    private final List<Integer> indexes;
    private Walk pages;

    WalkReading(RelationExecution execution, ListOperation list, ListUnderTest subject, Walk whole) {
        this.execution = execution;
        this.list = list;
        this.subject = subject;
        this.whole = whole;
        this.pages = whole;
        this.own = whole.ids(subject.own());
        var items = whole.items();
        this.indexes = IntStream.range(0, items.size())
                .filter(i -> !Page.ownId(items.get(i), subject.own()).isEmpty())
                .boxed()
                .toList();
    }

    /** The pages with the smallest limit. */
    Walk pages() {
        return pages;
    }

    private Relation.Statement on(String step, Clause clause) {
        return Relation.on(step, list.operation(), clause);
    }

    void read() throws StoppedException {
        if (indexes.size() < 2) {
            throw StoppedException.notApplicable("the list shows fewer than two items that the run created or added");
        }
        int size = own.size() > 3 ? 2 : 1;
        pages = pages("pages", size);
        judgePages(size);
        judgeAlike(size);
        if (own.size() > 2) {
            var others = pages("other-pages", size + 1);
            execution.judge(on("other-pages", Clause.PAGES_JOIN), others.last(), join(others));
            judgeBack("back-from-other-pages", others);
        }
        judgeBack("back", pages);
        judgeOrder();
        judgeOffsets();
        judgeLastPage();
        judgeScope();
        judgeSearches();
        if (list.csvFormat().isPresent()) {
            var formats = new CsvComparison(execution, list, subject);
            formats.judge(
                    on("table", Clause.CSV),
                    on("table", Clause.CSV_QUOTED),
                    on("table", Clause.CSV_MEMBERS),
                    whole.items());
            formats.judgePages(
                    on("table-page", Clause.LIMIT),
                    on("table-page", Clause.OFFSET),
                    indexes.get(0),
                    indexes.get(1),
                    own.get(1));
            formats.judgeJson(on("format-json", Clause.SAME_FORMAT));
        }
    }

    /**
     * Reads from the item before the first item of the run until all of them were shown. More pages are read only if they should
     * not exist, or may be shorter than the limit.
     */
    private Walk pages(String step, int size) throws StoppedException {
        int from = Math.max(indexes.get(0) - 1, 0);
        int needed = (indexes.get(indexes.size() - 1) - from) / size + 1;
        int spare = endsWithOwn() ? 2 : 0;
        int most = needed + (list.hasCount() ? spare : SPARE_PAGES);
        return Walk.start(execution, step, list, subject, query(size, from), most);
    }

    private static Map<String, String> query(int size, int from) {
        // In a fixed order, so that a transcript can be compared with the same requests.
        var query = new LinkedHashMap<String, String>();
        query.put(ListOperation.LIMIT, String.valueOf(size));
        if (from > 0) {
            query.put(ListOperation.OFFSET, String.valueOf(from));
        }
        return query;
    }

    private void judgePages(int size) {
        execution.judge(on("pages", Clause.PAGES_JOIN), pages.last(), join(pages));
        execution.judge(
                on("pages", Clause.PAGE_LINKS), pages.last(), pages.broken().or(this::wrongEnd));
        for (Page page : pages.pages()) {
            int items = page.items().size();
            var tooMany = new Finding("/" + list.results(), "at most " + size + " items", items + " items");
            execution.judge(
                    on("pages", Clause.LIMIT),
                    page.exchange(),
                    Optional.of(tooMany).filter(f -> items > size));
            judgeFilter(page);
        }
    }

    /** Every page shows the items as the whole list does. */
    private void judgeAlike(int size) throws StoppedException {
        var onPages = Views.of(pages.items());
        var inList = Views.of(whole.items());
        var finding = Optional.<Finding>empty();
        if (onPages.differsFrom(inList)) {
            var again = Views.of(ListWalk.read(execution, list, subject).items());
            finding = Views.of(pages("pages", size).items())
                    .differsAgain(again, onPages, inList, "/" + list.results() + "/*");
        }
        execution.judge(on("pages", Clause.ITEMS_ALIKE), pages.last(), finding);
    }

    private Optional<Finding> wrongEnd() {
        if (pages.complete() && pages.ids(own).size() < own.size()) {
            return Optional.of(new Finding("/next", "a link, because the pages do not show all of " + own, "null"));
        }
        return !pages.complete() && endsWithOwn()
                ? Optional.of(new Finding("/next", "null after the last item", "a link"))
                : Optional.empty();
    }

    private boolean endsWithOwn() {
        return indexes.get(indexes.size() - 1) == whole.items().size() - 1;
    }

    /** Every item of every page must match the search for the mark. */
    private void judgeFilter(Page page) {
        if (subject.texts().isEmpty()) {
            return;
        }
        var stranger = page.items().stream()
                .filter(item -> Page.ownId(item, subject.own()).isEmpty())
                .findFirst()
                .map(item -> new Finding(
                        "/" + list.results(), "only items with " + execution.mark(), "item " + Page.id(item)));
        execution.judge(on("pages", Clause.LINKS_KEEP_FILTERS), page.exchange(), stranger);
    }

    private Optional<Finding> join(Walk walk) {
        var shown = walk.ids(subject.own());
        return shown.equals(own)
                ? Optional.empty()
                : Optional.of(new Finding(
                        "/" + list.results(), "the order of the whole list: " + own, "on the pages: " + shown));
    }

    private void judgeOrder() {
        var order = list.order();
        if (order.isPresent()) {
            var items = whole.items().stream()
                    .filter(item -> !Page.ownId(item, subject.own()).isEmpty())
                    .toList();
            execution.judge(on("whole", Clause.ORDER), whole.last(), order.get().broken("/" + list.results(), items));
        }
    }

    private void judgeBack(String step, Walk pages) throws StoppedException {
        if (!list.judgesPrevious() || pages.pages().size() < 2) {
            return;
        }
        int steps = pages.pages().size() - 1;
        var last = pages.pages().get(steps);
        var back = Walk.follow(execution, step, list, last, Page.PREVIOUS, steps);
        var finding = back.broken();
        for (int i = 0; i <= steps && finding.isEmpty(); i++) {
            var expected = pages.pages().get(steps - i).ids(subject.own());
            var shown = i < back.pages().size() ? back.pages().get(i).ids(subject.own()) : List.<String>of();
            finding = Optional.of(new Finding(
                            "/" + list.results(), expected + ", as on the way forward", String.valueOf(shown)))
                    .filter(f -> !shown.equals(expected));
        }
        var first = pages.pages().get(0);
        if (finding.isEmpty() && indexes.get(0) <= 1 && first.previous() != null) {
            finding = Optional.of(new Finding("/previous", "null on the first page", first.previous()));
        }
        execution.judge(on(step, Clause.PAGE_LINKS), back.last(), finding);
    }

    private void judgeOffsets() throws StoppedException {
        int skipped = indexes.get(1);
        var rest = own.subList(1, own.size());
        var alone = get("offset-alone", Map.of(ListOperation.OFFSET, String.valueOf(skipped)));
        judgePage("offset-alone", Clause.OFFSET, alone, page -> wrongStart(page, skipped, rest));
        var both = get("limit-and-offset", query(1, skipped));
        judgePage("limit-and-offset", Clause.OFFSET, both, page -> wrongStart(page, skipped, rest.subList(0, 1)));
    }

    /** A page of a list without a count may be shorter than the limit, and even empty. */
    private Optional<Finding> wrongStart(Page page, int skipped, List<String> expected) {
        var shown = page.ids(subject.own());
        boolean begins = shown.size() <= expected.size()
                && expected.subList(0, shown.size()).equals(shown)
                && (!shown.isEmpty() || !list.hasCount() && page.items().isEmpty());
        return begins
                ? Optional.empty()
                : Optional.of(new Finding(
                        "/" + list.results(),
                        expected + ", after " + skipped + " items of the whole list",
                        shown.toString()));
    }

    private void judgeLastPage() throws StoppedException {
        if (!list.hasCount() || !whole.complete()) {
            return;
        }
        if (whole.items().size() > 1) {
            var lastButOne = get("last-but-one", query(1, whole.items().size() - 2));
            judgePage("last-but-one", Clause.PAGE_LINKS, lastButOne, WalkReading::noFurtherPage);
        }
        var last = get("last-page", query(2, whole.items().size() - 1));
        judgePage("last-page", Clause.PAGE_LINKS, last, WalkReading::furtherPage);
        var full = get("full-last-page", query(1, whole.items().size() - 1));
        judgePage("full-last-page", Clause.FULL_LAST_PAGE, full, WalkReading::furtherPage);
    }

    private static Optional<Finding> noFurtherPage(Page page) {
        return page.next() == null
                ? Optional.of(new Finding("/next", "a link, because one more item follows", "null"))
                : Optional.empty();
    }

    private static Optional<Finding> furtherPage(Page page) {
        return Optional.ofNullable(page.next()).map(next -> new Finding("/next", "null after the last item", next));
    }

    private void judgeScope() throws StoppedException {
        var next =
                pages.pages().stream().map(Page::next).filter(Objects::nonNull).findFirst();
        if (next.isPresent()) {
            PageLinkScope.judge(execution, on("pages-without-scope", Clause.LINK_NEEDS_SCOPE), next.get());
        }
    }

    private void judgeSearches() throws StoppedException {
        for (int i = 0; i < subject.texts().size(); i++) {
            String character = ListUnderTest.CHARACTERS.get(i);
            String step = "search-" + character;
            String text = subject.texts().get(i);
            var expected = List.of(subject.own().get(i));
            var found = get(step, Map.of(list.search("part").orElseThrow(), text));
            int status = found.response().status();
            if (status / 100 == 4) {
                execution.notApplicable(
                        on(step, Clause.SEARCH_CHARACTERS), "the server rejects this search with status " + status);
                continue;
            }
            judgePage(step, Clause.SEARCH_CHARACTERS, found, page -> {
                var shown = page.ids(subject.own());
                return Optional.of(new Finding(
                                "/" + list.results(), expected + ", which contains " + text, shown.toString()))
                        .filter(f -> ListUnderTest.QUOTES.contains(character)
                                ? !shown.containsAll(expected)
                                : !shown.equals(expected));
            });
        }
    }

    private Exchange get(String step, Map<String, String> query) throws StoppedException {
        return execution.get(step, list.operation(), subject.path(), subject.with(query));
    }

    private void judgePage(String step, Clause clause, Exchange exchange, Function<Page, Optional<Finding>> judge) {
        var page = Page.of(exchange, list.results());
        var finding = page.isPresent() ? judge.apply(page.get()) : Optional.of(Page.problem(exchange));
        execution.judge(on(step, clause), exchange, finding);
    }
}
