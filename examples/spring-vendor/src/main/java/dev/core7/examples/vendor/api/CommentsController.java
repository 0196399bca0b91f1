package dev.core7.examples.vendor.api;

import dev.core7.examples.vendor.access.Caller;
import dev.core7.examples.vendor.store.CommentFilter;
import dev.core7.examples.vendor.store.Comments;
import dev.core7.server.api.CommentsApi;
import dev.core7.server.model.PaginatedCommentList;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CommentsController implements CommentsApi {
    private final Comments comments;
    private final int perPage;

    CommentsController(Comments comments, @Value("${vendor.comments-per-page}") int perPage) {
        this.comments = comments;
        this.perPage = perPage;
    }

    @Override
    public ResponseEntity<PaginatedCommentList> commentsList(
            String projectId,
            @Nullable String completed,
            @Nullable String cursor,
            @Nullable String itemId,
            @Nullable String kind,
            @Nullable String scope,
            @Nullable String search,
            @Nullable String sourceComment) {
        var filter = new CommentFilter(completed, itemId, kind, scope, search, sourceComment);
        var page = CursorPage.of(comments.list(Caller.current().project(), filter), cursor, perPage);
        return ResponseEntity.ok(new PaginatedCommentList(page.next(), page.previous(), page.results()));
    }
}
