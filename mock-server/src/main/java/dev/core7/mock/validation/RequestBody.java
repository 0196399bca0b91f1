package dev.core7.mock.validation;

import dev.core7.contract.Json;
import dev.core7.contract.MediaType;
import dev.core7.mock.http.MockRequest;
import dev.core7.mock.http.PostHogError;
import dev.core7.mock.http.RequestUrl;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request as PostHog reads it: JSON, a form, or nothing.
 *
 * @param kind the form of the body
 * @param value the JSON value; null unless it is JSON
 * @param form the fields of a form → their values; empty unless it is a form
 * @param error why the body cannot be read
 */
public record RequestBody(
        Kind kind, @Nullable Object value, Map<String, List<String>> form, Optional<PostHogError> error) {
    private static final String URL_ENCODED = "application/x-www-form-urlencoded";
    private static final Set<String> FORMS = Set.of(URL_ENCODED, "multipart/form-data");

    /** The form of a body. */
    public enum Kind {
        /** There is no body. */
        NONE,
        /** A JSON value. */
        JSON,
        /** A form. */
        FORM,
        /** A body that cannot be read. */
        UNREADABLE
    }

    /** Reads the body of a request. */
    public static RequestBody of(MockRequest request) {
        byte[] body = request.body();
        if (body.length == 0) {
            return new RequestBody(Kind.NONE, null, Map.of(), Optional.empty());
        }
        String mediaType = mediaType(request);
        if (mediaType.equals(MediaType.JSON)) {
            return json(body);
        }
        if (FORMS.contains(mediaType)) {
            var form = mediaType.equals(URL_ENCODED)
                    ? RequestUrl.parse("?" + request.text()).query()
                    : MultipartForm.fields(contentType(request), body);
            return new RequestBody(Kind.FORM, null, form, Optional.empty());
        }
        return unreadable(PostHogError.unsupportedMediaType(contentType(request)));
    }

    private static RequestBody json(byte[] body) {
        try {
            return new RequestBody(Kind.JSON, Json.parse(body), Map.of(), Optional.empty());
        } catch (Json.NotJsonException e) {
            return unreadable(PostHogError.notJson(e.getMessage()));
        }
    }

    private static RequestBody unreadable(PostHogError error) {
        return new RequestBody(Kind.UNREADABLE, null, Map.of(), Optional.of(error));
    }

    private static String mediaType(MockRequest request) {
        return contentType(request).split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static String contentType(MockRequest request) {
        String sent = request.header("Content-Type");
        return sent == null ? "" : sent;
    }

    /** Returns whether it is a form, whose values are texts. */
    public boolean isForm() {
        return kind == Kind.FORM;
    }

    /** Returns whether it has fields: it is a form, a JSON object, or empty. */
    public boolean hasFields() {
        return kind == Kind.FORM || kind == Kind.NONE || value instanceof Map;
    }

    /** Returns the names of the fields. */
    public Set<String> names() {
        if (!(value instanceof Map<?, ?> fields)) {
            return form.keySet();
        }
        var names = new LinkedHashSet<String>();
        fields.keySet().forEach(name -> names.add(name.toString()));
        return names;
    }

    /** Returns the value of a field: in a form, the last text that was sent for it. */
    public @Nullable Object field(String name) {
        if (value instanceof Map<?, ?> fields) {
            return fields.get(name);
        }
        var texts = form.getOrDefault(name, List.of());
        return texts.isEmpty() ? null : texts.get(texts.size() - 1);
    }
}
