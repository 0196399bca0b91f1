package dev.core7.conformance.flows;

import static dev.core7.conformance.flows.Script.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.result.Result;
import dev.core7.conformance.run.Progress;
import dev.core7.conformance.run.Runner;
import dev.core7.conformance.run.Targets;
import dev.core7.conformance.selection.Selection;
import dev.core7.conformance.spi.RetryDelay;
import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the first page of a list does not show is looked for on the next ones. */
class MorePagesTest {
    private static final Contract CONTRACT = ContractReader.bundled();
    private static final String PATH = "/api/projects/1/comments/";

    /** Comments of which only the one on the last page is a task; that of the first page may have any number of followers. */
    private static Script pages(int last) {
        return new Script((request, number) -> {
            var query = request.path().split("cursor=", 2);
            int page = query.length == 2 && query[1].matches("\\d+") ? Integer.parseInt(query[1]) : 1;
            var next = page < last ? "\"http://elsewhere.invalid" + PATH + "?cursor=" + (page + 1) + "\"" : "null";
            return json(
                    200,
                    "{\"next\": " + next + ", \"previous\": null, \"results\": [{\"id\": \"c" + page
                            + "\", \"is_task\": " + (page == last) + ", \"scope\": \"Insight\"}]}");
        });
    }

    private static List<Result> results(Script server) throws Exception {
        var flows = Flows.bundled(CONTRACT, RetryDelay.NEVER).stream()
                .filter(flow -> flow.id().equals("comment-filters"))
                .toList();
        var selection = new Selection(Set.of("comments_list"), true);
        return new Runner(CONTRACT, Targets.full(CONTRACT), server, selection, flows)
                .run(false, Progress.SILENT)
                .results();
    }

    private static String reason(List<Result> results) {
        return results.stream()
                .filter(result -> result.id().equals("comments_list/comment-filters.tasks/task-filter"))
                .findFirst()
                .orElseThrow()
                .outcome()
                .reason();
    }

    private static List<String> read(Script server) {
        return server.received.stream()
                .map(Request::path)
                .filter(path -> path.matches(".*cursor=\\d+"))
                .distinct()
                .toList();
    }

    @Test
    void what_is_on_a_later_page_is_found_there() throws Exception {
        var server = pages(3);
        assertThat(reason(results(server))).isEmpty();
        assertThat(read(server)).contains(PATH + "?cursor=2", PATH + "?cursor=3");
    }

    @Test
    void five_pages_are_read_at_most_and_the_message_says_so() throws Exception {
        var server = pages(100);
        assertThat(reason(results(server)))
                .isEqualTo("comments_list returned no comment task on its first 5 pages:"
                        + " add such an object to the project");
        assertThat(read(server)).hasSize(4);
    }

    @Test
    void a_list_of_one_page_says_so() throws Exception {
        var server =
                new Script((request, number) -> json(200, "{\"next\": null, \"previous\": null, \"results\": []}"));
        assertThat(reason(results(server)))
                .isEqualTo("comments_list returned no comment task on its first page:"
                        + " add such an object to the project");
    }
}
