package dev.core7.contract;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** A value of a YAML 1.2 or JSON file, with its file, line and JSON Pointer for error messages. */
public final class YamlNode {
    /** A longer number is read as text, because parsing takes quadratic time. */
    private static final int MAX_NUMBER_LENGTH = 1000;

    private final String source;
    private final String pointer;
    private final int line;
    private final @Nullable Object value;
    private final Map<String, YamlNode> fields;
    private final List<YamlNode> items;

    private YamlNode(
            String source,
            String pointer,
            int line,
            @Nullable Object value,
            Map<String, YamlNode> fields,
            List<YamlNode> items) {
        this.source = source;
        this.pointer = pointer;
        this.line = line;
        this.value = value;
        this.fields = fields;
        this.items = items;
    }

    /**
     * Reads one YAML document.
     *
     * @param source the file name in error messages
     * @throws InputException if the text is not exactly one YAML document, or a mapping contains a duplicate key
     */
    public static YamlNode parse(String text, String source) {
        var settings = LoadSettings.builder()
                .setLabel(source)
                .setSchema(new CoreSchema())
                .setAllowNonScalarKeys(true) // rejected below, with the line
                .build();
        try {
            var parser = new DepthLimitedParser(new ParserImpl(settings, new StreamReader(settings, text)), source);
            var root = new Composer(settings, parser)
                    .getSingleNode()
                    .orElseThrow(() -> new InputException(source + ":1: the file is empty"));
            return of(root, source, "", 0);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
            throw new InputException(source + ":" + line + ": not YAML: " + reason(e), e);
        } catch (ReaderException e) {
            var before = text.substring(0, Math.max(0, text.indexOf(e.getCodePoint())));
            long line = before.chars().filter(c -> c == '\n').count() + 1;
            var character = String.format("U+%04X", e.getCodePoint());
            throw new InputException(source + ":" + line + ": not YAML: the character " + character, e);
        } catch (YamlEngineException e) {
            throw new InputException(
                    source + ": not YAML: " + e.getMessage().lines().findFirst().orElse(""), e);
        }
    }

    private static String reason(MarkedYamlEngineException e) {
        return e.getContext() == null ? e.getProblem() : e.getContext() + ": " + e.getProblem();
    }

    /** Returns a node for a value without line numbers: {@link #line} is 0. */
    static YamlNode of(@Nullable Object value, String source) {
        return of(value, source, "");
    }

    private static YamlNode of(@Nullable Object value, String source, String pointer) {
        var fields = new LinkedHashMap<String, YamlNode>();
        var items = new ArrayList<YamlNode>();
        if (value instanceof Map<?, ?> mapping) {
            mapping.forEach((key, field) -> {
                String name = key.toString();
                fields.put(name, of(field, source, JsonPointer.child(pointer, name)));
            });
        }
        if (value instanceof List<?> list) {
            list.forEach(item -> items.add(of(item, source, JsonPointer.child(pointer, items.size()))));
        }
        return new YamlNode(source, pointer, 0, value, Collections.unmodifiableMap(fields), List.copyOf(items));
    }

    private static YamlNode of(Node node, String source, String pointer, int depth) {
        int line = node.getStartMark().map(Mark::getLine).orElse(0) + 1;
        if (depth > DepthLimitedParser.MAX_DEPTH) {
            throw DepthLimitedParser.tooDeep(source, line);
        }
        if (node instanceof MappingNode mapping) {
            return ofMapping(mapping, source, pointer, line, depth);
        }
        if (node instanceof SequenceNode sequence) {
            var items = new ArrayList<YamlNode>();
            for (Node item : sequence.getValue()) {
                items.add(of(item, source, JsonPointer.child(pointer, items.size()), depth + 1));
            }
            var values = new ArrayList<@Nullable Object>();
            items.forEach(item -> values.add(item.value));
            return new YamlNode(
                    source, pointer, line, Collections.unmodifiableList(values), Map.of(), List.copyOf(items));
        }
        return new YamlNode(source, pointer, line, scalar((ScalarNode) node), Map.of(), List.of());
    }

    private static YamlNode ofMapping(MappingNode mapping, String source, String pointer, int line, int depth) {
        var fields = new LinkedHashMap<String, YamlNode>();
        var values = new LinkedHashMap<String, @Nullable Object>();
        for (NodeTuple tuple : mapping.getValue()) {
            int keyLine = tuple.getKeyNode().getStartMark().map(Mark::getLine).orElse(0) + 1;
            if (!(tuple.getKeyNode() instanceof ScalarNode keyNode)) {
                throw new InputException(source + ":" + keyLine + ": a key must be a text");
            }
            String key = keyNode.getValue();
            var field = of(tuple.getValueNode(), source, JsonPointer.child(pointer, key), depth + 1);
            if (fields.put(key, field) != null) {
                throw new InputException(source + ":" + keyLine + ": duplicate key \"" + key + "\"");
            }
            values.put(key, field.value);
        }
        return new YamlNode(
                source,
                pointer,
                line,
                Collections.unmodifiableMap(values),
                Collections.unmodifiableMap(fields),
                List.of());
    }

    private static @Nullable Object scalar(ScalarNode node) {
        String text = node.getValue();
        Tag tag = node.getTag();
        if (tag.equals(Tag.NULL)) {
            return null;
        }
        if (tag.equals(Tag.BOOL)) {
            return Boolean.valueOf(text);
        }
        return text.length() > MAX_NUMBER_LENGTH ? text : HugeNumber.limit(number(text, tag));
    }

    private static Object number(String text, Tag tag) {
        if (tag.equals(Tag.INT) && text.matches("[-+]?\\d+")) {
            var number = new BigInteger(text);
            return number.bitLength() < 32 ? (Object) number.intValue() : number;
        }
        if (tag.equals(Tag.FLOAT) && text.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?")) {
            return new BigDecimal(text);
        }
        return text;
    }

    /** Returns the plain value, as {@link Json} defines it. */
    public @Nullable Object value() {
        return value;
    }

    /** Returns the location of this value in its file as a JSON Pointer. */
    public String pointer() {
        return pointer;
    }

    /** Returns the line on which this value starts; 1 is the first line, 0 means unknown. */
    public int line() {
        return line;
    }

    /** Returns the members of a mapping in file order; empty for any other value. */
    public Map<String, YamlNode> fields() {
        return fields;
    }

    /** Returns the elements of a list; empty for any other value. */
    public List<YamlNode> items() {
        return items;
    }

    /** Returns the member with that name, if there is one. */
    public Optional<YamlNode> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /**
     * Returns the member with that name.
     *
     * @param advice what the user should do if it is missing
     * @throws InputException if it is missing
     */
    public YamlNode need(String name, String advice) {
        return field(name).orElseThrow(() -> problem("\"" + name + "\" is missing: " + advice));
    }

    /** Returns the descendant at a JSON Pointer, if there is one. */
    public Optional<YamlNode> at(String below) {
        Optional<YamlNode> node = Optional.of(this);
        for (String token : JsonPointer.tokens(below)) {
            node = node.flatMap(n -> n.step(token));
        }
        return node;
    }

    private Optional<YamlNode> step(String token) {
        if (token.matches("\\d{1,9}") && Integer.parseInt(token) < items.size()) {
            return Optional.of(items.get(Integer.parseInt(token)));
        }
        return field(token);
    }

    /**
     * Returns the members of a mapping in file order.
     *
     * @throws InputException if this is not a mapping
     */
    public Map<String, YamlNode> mapping() {
        if (value instanceof Map<?, ?>) {
            return fields;
        }
        throw problem("expected a mapping, got " + JsonValues.describe(value));
    }

    /**
     * Returns the elements of a list.
     *
     * @throws InputException if this is not a list
     */
    public List<YamlNode> list() {
        if (value instanceof List<?>) {
            return items;
        }
        throw problem("expected a list, got " + JsonValues.describe(value));
    }

    /**
     * Returns this value as a text.
     *
     * @throws InputException if it is not a text
     */
    public String text() {
        if (value instanceof String text) {
            return text;
        }
        throw problem("expected a text, got " + JsonValues.describe(value));
    }

    /**
     * Returns this value as a boolean.
     *
     * @throws InputException if it is not a boolean
     */
    public boolean bool() {
        if (value instanceof Boolean bool) {
            return bool;
        }
        throw problem("expected true or false, got " + JsonValues.describe(value));
    }

    /**
     * Returns this value as a list of texts.
     *
     * @throws InputException if it is not a list of texts
     */
    public List<String> texts() {
        return list().stream().map(YamlNode::text).toList();
    }

    /** Returns an exception about this value. Its message contains the file, the line and the JSON Pointer. */
    public InputException problem(String message) {
        return new InputException(
                source + (line == 0 ? "" : ":" + line) + ": " + (pointer.isEmpty() ? "" : pointer + ": ") + message);
    }
}
