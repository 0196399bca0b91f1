package dev.core7.mock.state;

import dev.core7.contract.MediaType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Renders objects for responses. */
final class ObjectRenderer {
    private ObjectRenderer() {}

    /** Returns the fields of an object, with the number of its members. */
    static Map<String, @Nullable Object> object(StoredObject object, Resource resource) {
        var shown = new LinkedHashMap<>(object.fields());
        resource.counting().forEach((field, members) -> {
            boolean admitted = Members.memberType(resource, object).isPresent();
            shown.put(field, admitted ? object.members(members).size() : null);
        });
        return shown;
    }

    /** Returns the fields of an object right after a write, when background work on it has begun. */
    static Map<String, @Nullable Object> written(StoredObject object, Resource resource) {
        var shown = object(object, resource);
        resource.fields()
                .forEach((name, schema) -> MockExtensions.busyUnless(schema)
                        .filter(unless -> !object.is(unless))
                        .ifPresent(unless -> shown.put(name, true)));
        return shown;
    }

    /** Returns a page in the requested media type. */
    static StateResponse page(
            Page page, ObjectRequest request, Function<StoredObject, Map<String, @Nullable Object>> renderer) {
        var media = request.operation().success().content().get(request.mediaType());
        return media == null || media.name().equals(MediaType.JSON)
                ? StateResponse.json(ListOperation.of(request.operation()).body(page, renderer))
                : CsvTable.of(page.rows(), media);
    }
}
