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
 * @param written the fields that callers write, as last written
 * @param by who created it
 */
record StoredAnnotation(
        int id, AnnotationRequest written, UserBasic by, OffsetDateTime createdAt, OffsetDateTime updatedAt) {
    /** Latest marker first; those without one before all, as PostgreSQL sorts them. */
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

    /** With what was sent, and all else as it was. */
    StoredAnnotation patched(AnnotationRequest sent, OffsetDateTime now) {
        var merged = new AnnotationRequest();
        merged.setContent(Patch.of(written.getContent(), sent.getContent()));
        merged.setDateMarker(Patch.of(written.getDateMarker(), sent.getDateMarker()));
        merged.setCreationType(Patch.of(written.getCreationType(), sent.getCreationType()));
        merged.setDashboardItem(Patch.of(written.getDashboardItem(), sent.getDashboardItem()));
        merged.setDashboardId(Patch.of(written.getDashboardId(), sent.getDashboardId()));
        merged.setDeleted(Patch.of(written.getDeleted(), sent.getDeleted()));
        merged.setScope(Patch.of(written.getScope(), sent.getScope()));
        return new StoredAnnotation(id, merged, by, createdAt, now);
    }

    /** As callers see it. */
    Annotation answer(Charts.@Nullable Insight insight, Charts.@Nullable Dashboard dashboard) {
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
