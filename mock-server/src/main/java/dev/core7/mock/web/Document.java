package dev.core7.mock.web;

import dev.core7.contract.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The body of a response with its media type.
 *
 * @param mediaType with its charset if it is text
 */
public record Document(String mediaType, byte[] body) {
    static final String HTML = "text/html; charset=utf-8";
    static final String CSS = "text/css; charset=utf-8";
    static final String SCRIPT = "text/javascript; charset=utf-8";

    private static final String YAML = "application/yaml";
    private static final String PEM = "application/x-pem-file";
    private static final String JSON = "application/json";

    /** Returns a YAML document (RFC 9512). */
    public static Document yaml(String text) {
        return text(YAML, text);
    }

    /** Returns a certificate (RFC 7468). */
    public static Document pem(String text) {
        return text(PEM, text);
    }

    /** Returns a plain value as JSON. */
    public static Document json(@Nullable Object value) {
        return text(JSON, Json.write(value));
    }

    /** Returns a document of text in UTF-8. */
    static Document text(String mediaType, String text) {
        return new Document(mediaType, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns a file of the class path, relative to this package. */
    static Document file(String mediaType, String name) {
        try (InputStream in = Document.class.getResourceAsStream(name)) {
            return new Document(
                    mediaType,
                    Objects.requireNonNull(in, name + " is not on the class path")
                            .readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the body as text. */
    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
