package dev.core7.conformance.relations;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Paths;
import dev.core7.conformance.result.Finding;
import dev.core7.conformance.view.Page;
import dev.core7.contract.MediaType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pages of a list; each was reached by a link of the page before it.
 *
 * @param pages in the order in which they were read
 * @param last the last exchange; its response may not be a page
 * @param broken why the last link does not lead to a page; empty if all links do
 * @param complete whether the last page has no link
 */
record Walk(List<Page> pages, Exchange last, Optional<Finding> broken, boolean complete) {
    /** Reads at most {@code most} pages, from the page of a query along {@code next}. */
    static Walk start(
            RelationExecution execution,
            String step,
            ListOperation list,
            ListUnderTest subject,
            Map<String, String> query,
            int most)
            throws StoppedException {
        var exchange = execution.get(step, list.operation(), subject.path(), subject.with(query));
        var first = Page.of(exchange, list.results());
        return first.isPresent()
                ? follow(execution, step, list, first.get(), Page.NEXT, most - 1)
                : new Walk(List.of(), exchange, Optional.of(Page.problem(exchange)), true);
    }

    /** Reads at most {@code most} more pages, from a page along one kind of link. */
    static Walk follow(RelationExecution execution, String step, ListOperation list, Page first, String link, int most)
            throws StoppedException {
        var pages = new ArrayList<>(List.of(first));
        var seen = new HashSet<String>();
        var key = execution.key(list.operation());
        for (int i = 0; i <= most; i++) {
            var page = pages.get(pages.size() - 1);
            String url = link.equals(Page.NEXT) ? page.next() : page.previous();
            if (url == null) {
                return new Walk(pages, page.exchange(), Optional.empty(), true);
            }
            if (!seen.add(url)) {
                return broken(pages, page.exchange(), new Finding("/" + link, "a link to another page", url));
            }
            if (i == most) {
                break;
            }
            try {
                String path = Paths.ofLink(url, list.operation(), execution.target());
                var exchange = execution.get(step, list.operation(), path, MediaType.JSON, key);
                var reached = Page.of(exchange, list.results());
                if (reached.isEmpty()) {
                    return broken(pages, exchange, Page.problem(exchange));
                }
                pages.add(reached.get());
            } catch (IllegalArgumentException e) {
                return broken(pages, page.exchange(), new Finding("/" + link, "a link to a page of this list", url));
            }
        }
        return new Walk(pages, pages.get(pages.size() - 1).exchange(), Optional.empty(), false);
    }

    private static Walk broken(List<Page> pages, Exchange last, Finding finding) {
        return new Walk(pages, last, Optional.of(finding), false);
    }

    /** {@code pages} is copied. */
    Walk {
        pages = List.copyOf(pages);
    }

    /** The items of all pages. */
    List<Map<?, ?>> items() {
        return pages.stream().flatMap(page -> page.items().stream()).toList();
    }

    /** The ids of the items in {@code own} on all pages, in their order. */
    List<String> ids(List<String> own) {
        return pages.stream().flatMap(page -> page.ids(own).stream()).toList();
    }
}
