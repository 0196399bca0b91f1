package dev.core7.examples.vendor;

import dev.core7.examples.vendor.access.Accounts;
import dev.core7.examples.vendor.store.Comments;
import dev.core7.server.model.Comment;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Creates the initial comments: more than one page, with values for every filter. */
@Component
class CommentSeeds {
    private static final int COMMENTS = 24;
    private static final List<String> SCOPES = List.of("Notebook", "Insight", "Replay");
    private static final List<String> WORDS = List.of("numbers", "look", "odd", "compare", "with", "last", "week");

    private final Accounts accounts;
    private final Comments comments;

    CommentSeeds(Accounts accounts, Comments comments) {
        this.accounts = accounts;
        this.comments = comments;
    }

    void add(int project) {
        for (int i = 0; i < COMMENTS; i++) {
            comments.add(project, comment(project, i));
        }
        comments.add(project, comment(project, COMMENTS).scope("conversations_ticket"));
        comments.add(project, comment(project, COMMENTS + 1).deleted(true));
    }

    /** Returns the ids of the comments that the list of a project returns, newest first. */
    List<UUID> ids(int project) {
        return IntStream.iterate(COMMENTS - 1, i -> i >= 0, i -> i - 1)
                .mapToObj(i -> id(project, i))
                .toList();
    }

    /** Creates a comment. A quarter are open tasks, a quarter completed tasks. Every sixth replies to the first; pairs have equal times. */
    private Comment comment(int project, int i) {
        var by = accounts.user(i % 3 == 0 ? "member" : "admin").basic();
        var at = Seeds.START.plusMinutes(i / 2);
        boolean completed = i % 4 == 1;
        boolean reply = i > 0 && i % 6 == 0;
        return new Comment()
                .id(id(project, i))
                .createdBy(by)
                .deleted(false)
                .isTask(i % 4 < 2)
                .completedBy(completed ? by : null)
                .completedAt(completed ? at.plusDays(1) : null)
                .content("The " + WORDS.get(i % WORDS.size()) + " of " + SCOPES.get(i % SCOPES.size()) + " " + i)
                .richContent(null)
                .version(0)
                .createdAt(at)
                .itemId("item-" + i % 5)
                .itemContext(null)
                .scope(SCOPES.get(i % SCOPES.size()))
                .sourceComment(reply ? id(project, 0) : null);
    }

    private static UUID id(int project, int i) {
        return Seeds.id(0x0190ffff, 1000L * project + i);
    }
}
