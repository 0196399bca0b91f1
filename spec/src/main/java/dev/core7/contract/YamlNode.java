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

/** One value of a YAML 1.2 (or JSON) file that knows its file, line and JSON Pointer, so that a complaint can name them. */
public final class YamlNode {
    /** A number is read as text if it is longer: it takes quadratic time to parse. */
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
     * @param source the file's name as complaints show it
     * @throws InputException where the text is not one YAML document, or a key stands twice in one mapping
     */
    public static YamlNode parse(String text, String source) {
        var settings = LoadSettings.builder()
                .setLabel(source)
                .setSchema(new CoreSchema())
                .setAllowNonScalarKeys(true) // refused below, with the line
                .build();
        try {
            var parser = new ShallowParser(new ParserImpl(settings, new StreamReader(settings, text)), source);
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

    /** A value that was read elsewhere, where it does not say on which line it stands: {@link #line} is 0. */
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
        if (depth > ShallowParser.MAX_DEPTH) {
            throw ShallowParser.tooDeep(source, line);
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
                throw new InputException(source + ":" + keyLine + ": the key \"" + key + "\" stands twice");
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

    /** The plain value, in the terms of {@link Json}. */
    public @Nullable Object value() {
        return value;
    }

    /** Where this value stands in its file, as a JSON Pointer. */
    public String pointer() {
        return pointer;
    }

    /** The line this value starts on; the first line is 1; 0: it is not known. */
    public int line() {
        return line;
    }

    /** The members of a mapping in file order; none for any other value. */
    public Map<String, YamlNode> fields() {
        return fields;
    }

    /** The elements of a sequence; none for any other value. */
    public List<YamlNode> items() {
        return items;
    }

    /** The member of that name, or nothing. */
    public Optional<YamlNode> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /**
     * The member of that name.
     *
     * @param advice what the user should do where it is missing
     * @throws InputException where it is missing
     */
    public YamlNode need(String name, String advice) {
        return field(name).orElseThrow(() -> problem("\"" + name + "\" is missing: " + advice));
    }

    /** The descendant a JSON Pointer leads to, or nothing. */
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
     * The members of a mapping in file order.
     *
     * @throws InputException where this is no mapping
     */
    public Map<String, YamlNode> mapping() {
        if (value instanceof Map<?, ?>) {
            return fields;
        }
        throw problem("a mapping is expected here, not " + Values.describe(value));
    }

    /**
     * The elements of a list.
     *
     * @throws InputException where this is no list
     */
    public List<YamlNode> list() {
        if (value instanceof List<?>) {
            return items;
        }
        throw problem("a list is expected here, not " + Values.describe(value));
    }

    /**
     * This value as a text.
     *
     * @throws InputException where it is not a text
     */
    public String text() {
        if (value instanceof String text) {
            return text;
        }
        throw problem("a text is expected here, not " + Values.describe(value));
    }

    /**
     * This value as true or false.
     *
     * @throws InputException where it is neither
     */
    public boolean bool() {
        if (value instanceof Boolean bool) {
            return bool;
        }
        throw problem("true or false is expected here, not " + Values.describe(value));
    }

    /**
     * This value as a list of texts.
     *
     * @throws InputException where it is not a list of texts
     */
    public List<String> texts() {
        return list().stream().map(YamlNode::text).toList();
    }

    /** A complaint about this value that names its file, line and place. */
    public InputException problem(String message) {
        return new InputException(
                source + (line == 0 ? "" : ":" + line) + ": " + (pointer.isEmpty() ? "" : pointer + ": ") + message);
    }
}
