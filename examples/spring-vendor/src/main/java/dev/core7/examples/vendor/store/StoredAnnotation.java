package dev.core7.examples.vendor.store;

import dev.core7.server.model.Annotation;
import dev.core7.server.model.AnnotationRequest;
import dev.core7.server.model.UserBasic;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An annotation.
 *
 * @param written the current values of the writable fields
 * @param by the creator
 */
record StoredAnnotation(
        int id, AnnotationRequest written, UserBasic by, OffsetDateTime createdAt, OffsetDateTime updatedAt) {
    /** Newest marker first; annotations without a marker come before all others, as in PostgreSQL. */
    static final Comparator<StoredAnnotation> LATEST_FIRST = Comparator.comparing(
                    StoredAnnotation::marker, Comparator.nullsFirst(Comparator.<OffsetDateTime>reverseOrder()))
            .thenComparing(StoredAnnotation::id, Comparator.reverseOrder());

    boolean isDeleted() {
        return Boolean.TRUE.equals(written.getDeleted());
    }

    boolean isOfOrganization() {
        return written.getScope() == AnnotationRequest.ScopeEnum.ORGANIZATION;
    }

    @Nullable
    String content() {
        return written.getContent().orElse(null);
    }

    private @Nullable OffsetDateTime marker() {
        return written.getDateMarker().orElse(null);
    }

    /** Returns the annotation after an update. */
    StoredAnnotation patched(AnnotationRequest sent, OffsetDateTime now) {
        var merged = new AnnotationRequest();
        merged.setContent(PartialUpdate.of(written.getContent(), sent.getContent()));
        merged.setDateMarker(PartialUpdate.of(written.getDateMarker(), sent.getDateMarker()));
        merged.setCreationType(PartialUpdate.of(written.getCreationType(), sent.getCreationType()));
        merged.setDashboardItem(PartialUpdate.of(written.getDashboardItem(), sent.getDashboardItem()));
        merged.setDashboardId(PartialUpdate.of(written.getDashboardId(), sent.getDashboardId()));
        merged.setDeleted(PartialUpdate.of(written.getDeleted(), sent.getDeleted()));
        merged.setScope(PartialUpdate.of(written.getScope(), sent.getScope()));
        return new StoredAnnotation(id, merged, by, createdAt, now);
    }

    /** Returns the annotation for a response. */
    Annotation response(Charts.@Nullable Insight insight, Charts.@Nullable Dashboard dashboard) {
        var type = Objects.requireNonNullElse(written.getCreationType(), AnnotationRequest.CreationTypeEnum.USR);
        var scope = Objects.requireNonNullElse(written.getScope(), AnnotationRequest.ScopeEnum.DASHBOARD_ITEM);
        return new Annotation()
                .id(id)
                .content(content())
                .dateMarker(marker())
                .creationType(type.getValue())
                .dashboardItem(insight == null ? null : insight.id())
                .dashboardId(dashboard == null ? null : dashboard.id())
                .dashboardName(dashboard == null ? null : dashboard.name())
                .insightShortId(insight == null ? null : insight.shortId())
                .insightName(insight == null ? null : insight.name())
                .insightDerivedName(null)
                .createdBy(by)
                .createdAt(createdAt)
                .updatedAt(updatedAt)
                .deleted(isDeleted())
                .scope(scope.getValue());
    }
}
