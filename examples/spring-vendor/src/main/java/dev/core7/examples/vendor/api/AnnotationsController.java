package dev.core7.examples.vendor.api;

import dev.core7.examples.vendor.access.Caller;
import dev.core7.examples.vendor.store.Annotations;
import dev.core7.server.api.AnnotationsApi;
import dev.core7.server.model.Annotation;
import dev.core7.server.model.AnnotationRequest;
import dev.core7.server.model.PaginatedAnnotationList;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AnnotationsController implements AnnotationsApi {
    private static final int USUAL_LIMIT = 1000;

    private final Annotations annotations;

    AnnotationsController(Annotations annotations) {
        this.annotations = annotations;
    }

    @Override
    public ResponseEntity<PaginatedAnnotationList> annotationsList(
            String projectId, @Nullable Integer limit, @Nullable Integer offset, @Nullable String search) {
        var all = annotations.list(Caller.current().project(), search);
        var page = Page.of(all, limit, offset, USUAL_LIMIT);
        return ResponseEntity.ok(
                new PaginatedAnnotationList(page.count(), page.next(), page.previous(), page.results()));
    }

    @Override
    public ResponseEntity<Annotation> annotationsCreate(String projectId, AnnotationRequest sent) {
        var caller = Caller.current();
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(annotations.create(caller.project(), sent, caller.user()));
    }

    @Override
    public ResponseEntity<Annotation> annotationsRetrieve(String projectId, Integer id) {
        return ResponseEntity.ok(annotations.find(Caller.current().project(), id));
    }

    @Override
    public ResponseEntity<Annotation> annotationsPartialUpdate(String projectId, Integer id, AnnotationRequest sent) {
        return ResponseEntity.ok(annotations.update(Caller.current().project(), id, sent));
    }

    @Override
    public ResponseEntity<Void> annotationsDestroy(String projectId, Integer id) {
        return HardDelete.notAllowed();
    }
}
