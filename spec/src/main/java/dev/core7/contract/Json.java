package dev.core7.contract;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Converts between JSON text (RFC 8259) and plain values: {@code Map<String, Object>} in document order, {@code List<Object>},
 * {@code String}, {@code Integer}/{@code Long}/{@code BigInteger}/{@code BigDecimal}, {@link HugeNumber}, {@code Boolean} and null.
 */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule().addSerializer(HugeNumber.AS_TEXT))
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();
    private static final JsonMapper STRICT = MAPPER.rebuild()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final JsonMapper TREE = MAPPER.rebuild()
            .addModule(new SimpleModule("tree").addSerializer(HugeNumber.AS_NODE))
            .build();
    private static final JsonMapper PRETTY =
            MAPPER.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** What a decoder that never fails puts in the place of bytes that are not UTF-8. */
    private static final char REPLACEMENT = '\uFFFD';

    private Json() {}

    /**
     * Reads one JSON document.
     *
     * @throws NotJsonException if the bytes are not exactly one JSON document in UTF-8
     */
    public static @Nullable Object parse(byte[] utf8) throws NotJsonException {
        // Jackson would detect and accept UTF-16 and UTF-32.
        String text = new String(utf8, StandardCharsets.UTF_8);
        return parse(text.indexOf(REPLACEMENT) < 0 ? text : decode(utf8));
    }

    /** Decodes bytes that may not be UTF-8; slower than {@link String#String(byte[], java.nio.charset.Charset)}, which never fails. */
    private static String decode(byte[] utf8) throws NotJsonException {
        var bytes = ByteBuffer.wrap(utf8);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw new NotJsonException("not UTF-8 at byte " + (bytes.position() + 1));
        }
    }

    /**
     * Reads one JSON document. A leading byte order mark is ignored (RFC 8259 §8.1).
     *
     * @throws NotJsonException if the text is not exactly one JSON document
     */
    public static @Nullable Object parse(String text) throws NotJsonException {
        if (text.isEmpty()) {
            throw new NotJsonException("empty");
        }
        try {
            return limitNumbers(MAPPER.readValue(withoutMark(text), Object.class));
        } catch (JacksonException e) {
            throw new NotJsonException(shorten(e.getOriginalMessage()) + location(e));
        }
    }

    @SuppressWarnings("unchecked") // Jackson creates mutable maps and lists.
    private static @Nullable Object limitNumbers(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            ((Map<String, @Nullable Object>) map).replaceAll((name, field) -> limitNumbers(field));
        } else if (value instanceof List<?> list) {
            ((List<@Nullable Object>) list).replaceAll(Json::limitNumbers);
        }
        return HugeNumber.limit(value);
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String location(JacksonException e) {
        var at = e.getLocation();
        return at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    /** Returns the first duplicate name in an object of a JSON document with its location; its value is undefined (RFC 8259 §4). */
    public static Optional<String> repeatedName(String json) {
        try {
            STRICT.readValue(withoutMark(json), Object.class);
            return Optional.empty();
        } catch (JacksonException e) {
            return Optional.of(shorten(e.getOriginalMessage()) + location(e));
        }
    }

    /** Returns the compact JSON text of a plain value. */
    public static String write(@Nullable Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** Returns the indented JSON text of a plain value. */
    public static String pretty(@Nullable Object value) {
        return PRETTY.writeValueAsString(value);
    }

    /** Returns the value as a tree for networknt. A number with too many digits becomes a node without a JSON type. */
    static JsonNode tree(@Nullable Object value) {
        return TREE.valueToTree(value);
    }

    /** Shortens a message of Jackson: removes its settings, types and expected tokens. */
    private static String shorten(String message) {
        return message.startsWith("Trailing token")
                ? "unexpected content after the document"
                : message.lines().findFirst().orElse("").split(": (was )?expect", 2)[0];
    }

    /** Thrown if a text is not JSON. The message says why and where. */
    public static final class NotJsonException extends Exception {
        private static final long serialVersionUID = 1L;

        NotJsonException(String message) {
            super(message);
        }
    }
}
