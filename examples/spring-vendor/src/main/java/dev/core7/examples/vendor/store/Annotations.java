package dev.core7.examples.vendor.store;

import dev.core7.examples.vendor.error.ApiException;
import dev.core7.server.model.Annotation;
import dev.core7.server.model.AnnotationRequest;
import dev.core7.server.model.UserBasic;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;
import org.springframework.stereotype.Component;

/** The annotations. A deleted annotation can only be updated, to restore it, but not listed or retrieved. */
@Component
public class Annotations {
    private final Table<StoredAnnotation> table = new Table<>();
    private final Charts charts;

    Annotations(Charts charts) {
        this.charts = charts;
    }

    /** Returns the annotations of a project, and those of all projects with the scope organization. */
    public List<Annotation> list(int project, @Nullable String search) {
        return table.all()
                .filter(row -> row.project() == project || row.object().isOfOrganization())
                .filter(row -> !row.object().isDeleted())
                .filter(row -> search == null || TextSearch.within(row.object().content(), search))
                .sorted(Comparator.comparing(Table.Row::object, StoredAnnotation.LATEST_FIRST))
                .map(row -> response(row.project(), row.object()))
                .toList();
    }

    /** Returns an annotation that is not deleted. */
    public Annotation find(int project, int id) {
        return table.find(project, id)
                .filter(annotation -> !annotation.isDeleted())
                .map(annotation -> response(project, annotation))
                .orElseThrow(() -> ApiException.notFound("Not found."));
    }

    /** Creates an annotation. */
    public Annotation create(int project, AnnotationRequest sent, UserBasic by) {
        checkCharts(project, sent);
        var now = Now.get();
        return response(project, table.add(project, id -> new StoredAnnotation(id, sent, by, now, now)));
    }

    /** Updates the fields that were sent, even if the annotation is deleted. */
    public Annotation update(int project, int id, AnnotationRequest sent) {
        UnaryOperator<StoredAnnotation> change = annotation -> {
            checkCharts(project, sent);
            return annotation.patched(sent, Now.get());
        };
        return table.change(project, id, change)
                .map(annotation -> response(project, annotation))
                .orElseThrow(() -> ApiException.notFound("Not found."));
    }

    private void checkCharts(int project, AnnotationRequest sent) {
        given(sent.getDashboardItem())
                .filter(id -> charts.insight(project, id).isEmpty())
                .ifPresent(id -> {
                    throw ApiException.invalid("does_not_exist", "There is no insight " + id + ".", "dashboard_item");
                });
        given(sent.getDashboardId())
                .filter(id -> charts.dashboard(project, id).isEmpty())
                .ifPresent(id -> {
                    throw ApiException.invalid("invalid_input", "There is no dashboard " + id + ".", "dashboard_id");
                });
    }

    private Annotation response(int project, StoredAnnotation annotation) {
        var written = annotation.written();
        return annotation.response(
                given(written.getDashboardItem())
                        .flatMap(id -> charts.insight(project, id))
                        .orElse(null),
                given(written.getDashboardId())
                        .flatMap(id -> charts.dashboard(project, id))
                        .orElse(null));
    }

    private static Optional<Integer> given(JsonNullable<Integer> id) {
        return Optional.ofNullable(id.orElse(null));
    }
}
