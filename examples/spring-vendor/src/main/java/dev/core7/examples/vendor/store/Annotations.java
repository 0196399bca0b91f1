package dev.core7.examples.vendor.store;

import dev.core7.examples.vendor.error.Refusal;
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

/** Annotations. A deleted one is gone from the list and by its id; only an update still reaches it, to bring it back. */
@Component
public class Annotations {
    private final Table<StoredAnnotation> table = new Table<>();
    private final Charts charts;

    Annotations(Charts charts) {
        this.charts = charts;
    }

    /** Those of the project, and those of the whole organization wherever they were made. */
    public List<Annotation> list(int project, @Nullable String search) {
        return table.all()
                .filter(row -> row.project() == project || row.object().isOfOrganization())
                .filter(row -> !row.object().isDeleted())
                .filter(row -> search == null || Words.within(row.object().content(), search))
                .sorted(Comparator.comparing(Table.Row::object, StoredAnnotation.LATEST_FIRST))
                .map(row -> answer(row.project(), row.object()))
                .toList();
    }

    /** By id, unless deleted. */
    public Annotation find(int project, int id) {
        return table.find(project, id)
                .filter(annotation -> !annotation.isDeleted())
                .map(annotation -> answer(project, annotation))
                .orElseThrow(() -> Refusal.notFound("Not found."));
    }

    /** A new one. */
    public Annotation create(int project, AnnotationRequest sent, UserBasic by) {
        checkCharts(project, sent);
        var now = Now.get();
        return answer(project, table.add(project, id -> new StoredAnnotation(id, sent, by, now, now)));
    }

    /** Changes what was sent, deleted or not. */
    public Annotation update(int project, int id, AnnotationRequest sent) {
        UnaryOperator<StoredAnnotation> change = annotation -> {
            checkCharts(project, sent);
            return annotation.patched(sent, Now.get());
        };
        return table.change(project, id, change)
                .map(annotation -> answer(project, annotation))
                .orElseThrow(() -> Refusal.notFound("Not found."));
    }

    private void checkCharts(int project, AnnotationRequest sent) {
        given(sent.getDashboardItem())
                .filter(id -> charts.insight(project, id).isEmpty())
                .ifPresent(id -> {
                    throw Refusal.invalid("does_not_exist", "There is no insight " + id + ".", "dashboard_item");
                });
        given(sent.getDashboardId())
                .filter(id -> charts.dashboard(project, id).isEmpty())
                .ifPresent(id -> {
                    throw Refusal.invalid("invalid_input", "There is no dashboard " + id + ".", "dashboard_id");
                });
    }

    private Annotation answer(int project, StoredAnnotation annotation) {
        var written = annotation.written();
        return annotation.answer(
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
