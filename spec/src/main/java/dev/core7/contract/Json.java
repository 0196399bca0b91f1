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
 * JSON text (RFC 8259) to and from plain values: {@code Map<String, Object>} in document order, {@code List<Object>},
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

    private Json() {}

    /**
     * Reads one JSON document.
     *
     * @throws NotJsonException where the bytes are not exactly one JSON document in UTF-8
     */
    public static @Nullable Object parse(byte[] utf8) throws NotJsonException {
        var bytes = ByteBuffer.wrap(utf8);
        try {
            // Jackson would guess UTF-16 and UTF-32 from the zeros, and read them.
            return parse(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException e) {
            throw new NotJsonException("not UTF-8 at byte " + (bytes.position() + 1));
        }
    }

    /**
     * Reads one JSON document; a byte order mark before it is overlooked (RFC 8259 §8.1).
     *
     * @throws NotJsonException where the text is not exactly one JSON document
     */
    public static @Nullable Object parse(String text) throws NotJsonException {
        if (text.isEmpty()) {
            throw new NotJsonException("empty");
        }
        try {
            return limitNumbers(MAPPER.readValue(withoutMark(text), Object.class));
        } catch (JacksonException e) {
            throw new NotJsonException(inShort(e.getOriginalMessage()) + place(e));
        }
    }

    @SuppressWarnings("unchecked") // Jackson has made these maps and lists, which can be changed.
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

    private static String place(JacksonException e) {
        var at = e.getLocation();
        return at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    /** The first name that stands twice in an object of a JSON document, and where; which of the two holds is open (RFC 8259 §4). */
    public static Optional<String> repeatedName(String json) {
        try {
            STRICT.readValue(withoutMark(json), Object.class);
            return Optional.empty();
        } catch (JacksonException e) {
            return Optional.of(inShort(e.getOriginalMessage()) + place(e));
        }
    }

    /** Compact JSON text of a plain value. */
    public static String write(@Nullable Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** Indented JSON text of a plain value, for people. */
    public static String pretty(@Nullable Object value) {
        return PRETTY.writeValueAsString(value);
    }

    /** The value as networknt takes it; a number with very many digits is a node of no JSON type. */
    static JsonNode tree(@Nullable Object value) {
        return TREE.valueToTree(value);
    }

    /** Jackson's message without what it says of itself: its settings, its types, the tokens it would have liked. */
    private static String inShort(String message) {
        return message.startsWith("Trailing token")
                ? "something follows the document"
                : message.lines().findFirst().orElse("").split(": (was )?expect", 2)[0];
    }

    /** The text is not JSON; the message says why and where. */
    public static final class NotJsonException extends Exception {
        private static final long serialVersionUID = 1L;

        NotJsonException(String message) {
            super(message);
        }
    }
}
