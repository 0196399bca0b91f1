package dev.core7.contract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads an operation of an OpenAPI document. Every error message contains the line. */
final class OperationReader {
    private static final Pattern SEGMENT = Pattern.compile("\\{([^{}/]*)}");
    private static final Set<String> PARAMETER_LOCATIONS = Set.of("path", "query", "header");

    private final YamlNode root;
    private final Schemas schemas;
    private final SchemaSyntax shape = new SchemaSyntax(this::resolve);
    private final Map<Link, YamlNode> linkNodes = new IdentityHashMap<>();

    OperationReader(YamlNode root) {
        this.root = root;
        this.schemas = new Schemas(Objects.requireNonNull(root.value()));
    }

    Operation read(String method, String path, YamlNode item, YamlNode node) {
        var success = new ArrayList<Response>();
        var errors = new LinkedHashMap<Integer, Response>();
        node.need("responses", "add the documented responses").mapping().forEach((status, documented) -> {
            var response = response(status, documented);
            if (response.isError() && response.status() != 405) {
                errors.put(response.status(), response);
            } else {
                success.add(response);
            }
        });
        if (success.size() != 1) {
            throw node.problem("expected exactly one successful response (2xx or 405), got " + success.size());
        }
        return new Operation(
                node.need("operationId", "add a unique operationId").text(),
                method.toUpperCase(Locale.ROOT),
                path,
                node.field("summary").map(YamlNode::text).orElse(""),
                section(node),
                node.field("x-mcp-tool").map(McpTool::read),
                scopes(node),
                parameters(path, item, node),
                node.field("requestBody").map(this::resolve).flatMap(this::jsonBody),
                success.get(0),
                errors,
                unclear(node),
                node.field("x-also-needs").map(YamlNode::text),
                node.field("x-eventually").map(OperationReader::eventually),
                texts(node.field("x-unjudged")));
    }

    /** Returns the heading on the page; only documents that describe one page need it. */
    private String section(YamlNode node) {
        return root.field("x-mock-beside").isPresent()
                ? ""
                : node.need("x-page", "name the section of the page that describes the operation")
                        .need("section", "add the heading on the page")
                        .text();
    }

    private Set<String> scopes(YamlNode node) {
        var scopes = new LinkedHashSet<String>();
        var security = node.need("security", "list the scopes that an API key needs");
        for (YamlNode requirement : security.list()) {
            requirement.mapping().values().forEach(scheme -> scopes.addAll(scheme.texts()));
        }
        if (security.items().size() != 1 || scopes.isEmpty()) {
            throw security.problem("expected exactly one security requirement, with scopes");
        }
        return scopes;
    }

    private List<Parameter> parameters(String path, YamlNode item, YamlNode node) {
        var parameters = new LinkedHashMap<String, Parameter>();
        for (YamlNode holder : List.of(item, node)) {
            for (YamlNode each : holder.field("parameters").map(YamlNode::list).orElse(List.of())) {
                var parameter = parameter(resolve(each));
                parameters.put(parameter.in() + " " + parameter.name(), parameter);
                if (parameter.inPath() && !path.contains("{" + parameter.name() + "}")) {
                    throw each.problem("the path " + path + " does not contain {" + parameter.name() + "}");
                }
            }
        }
        var segment = SEGMENT.matcher(path);
        while (segment.find()) {
            if (!parameters.containsKey("path " + segment.group(1))) {
                throw node.problem("the path parameter " + segment.group() + " is missing under parameters");
            }
        }
        return List.copyOf(parameters.values());
    }

    private Parameter parameter(YamlNode node) {
        var in = node.need("in", "add path, query or header");
        if (!PARAMETER_LOCATIONS.contains(in.text())) {
            throw in.problem("expected path, query or header, got " + in.text());
        }
        return new Parameter(
                node.need("name", "name the parameter").text(),
                in.text(),
                node.field("description").map(YamlNode::text).orElse(""),
                node.field("required").map(YamlNode::bool).orElse(false),
                schema(node.need("schema", "add the type of the parameter")),
                texts(node.field("x-media-type")),
                node.field("x-fixture").map(YamlNode::text));
    }

    private Response response(String status, YamlNode unresolved) {
        if (!status.matches("[1-5]\\d\\d")) {
            throw unresolved.problem("expected a status code as the key, got " + status);
        }
        var node = resolve(unresolved);
        var links = new ArrayList<Link>();
        node.field("links").ifPresent(l -> l.mapping().forEach((name, link) -> links.add(link(name, resolve(link)))));
        var headers = new LinkedHashMap<String, String>();
        node.field("headers").ifPresent(h -> h.mapping().forEach((name, header) -> headers.put(name, example(header))));
        return new Response(
                Integer.parseInt(status),
                content(node),
                headers,
                links,
                node.field("x-observed-body").map(this::schema));
    }

    private String example(YamlNode header) {
        var node = resolve(header);
        return node.field("example")
                .or(() -> node.at("/schema/example"))
                .map(example -> String.valueOf(example.value()))
                .orElse("");
    }

    private Map<String, MediaType> content(YamlNode node) {
        var content = new LinkedHashMap<String, MediaType>();
        node.field("content")
                .ifPresent(c -> c.mapping().forEach((name, media) -> {
                    content.put(
                            name,
                            new MediaType(
                                    name,
                                    schema(media.need("schema", "add the schema of the body")),
                                    examples(media),
                                    false));
                }));
        return content;
    }

    private Optional<MediaType> jsonBody(YamlNode node) {
        boolean required = node.field("required")
                .map(YamlNode::value)
                .filter(Boolean.TRUE::equals)
                .isPresent();
        return Optional.ofNullable(content(node).get(MediaType.JSON)).map(json -> json.withRequired(required));
    }

    private List<Example> examples(YamlNode media) {
        var examples = new ArrayList<Example>();
        media.field("example").ifPresent(example -> examples.add(new Example("default", example.value())));
        media.field("examples")
                .ifPresent(all -> all.mapping().forEach((name, example) -> {
                    var value =
                            resolve(example).need("value", "add the example").value();
                    examples.add(new Example(name, value));
                }));
        return examples;
    }

    /** Returns the node of a link that was read. */
    YamlNode node(Link link) {
        return Objects.requireNonNull(linkNodes.get(link));
    }

    private Link link(String name, YamlNode node) {
        var cleanup = node.field("x-cleanup");
        boolean repair = cleanup.map(YamlNode::value).filter("repair"::equals).isPresent();
        var link = new Link(
                name,
                node.need("operationId", "name the operation that the link leads to")
                        .text(),
                texts(node.field("parameters")),
                node.field("requestBody").map(OperationReader::json),
                node.field("x-example").map(YamlNode::text),
                !repair && cleanup.map(YamlNode::bool).orElse(false),
                repair);
        linkNodes.put(link, node);
        return link;
    }

    /** Returns the body of a link as JSON text. It may be given as text, because some OpenAPI readers reject objects. */
    private static String json(YamlNode body) {
        return body.value() instanceof String text ? text : Json.write(body.value());
    }

    private static List<OpenQuestion> unclear(YamlNode node) {
        return node.field("x-unclear").map(YamlNode::list).orElse(List.of()).stream()
                .map(entry -> new OpenQuestion(
                        entry.need("page", "say what the page shows").text(),
                        entry.need("reading", "say how the contract reads it").text(),
                        entry.need("reason", "say why").text()))
                .toList();
    }

    private static Operation.Eventually eventually(YamlNode node) {
        var pause = node.need("pause", "add the number of seconds between two requests");
        var times = node.need("times", "add the maximum number of repetitions");
        if (!(pause.value() instanceof Number seconds) || !(times.value() instanceof Integer limit)) {
            throw node.problem("pause must be a number of seconds, and times a whole number");
        }
        return new Operation.Eventually(Duration.ofMillis((long) (seconds.doubleValue() * 1000)), limit);
    }

    private static Map<String, String> texts(Optional<YamlNode> node) {
        var texts = new LinkedHashMap<String, String>();
        node.ifPresent(n -> n.mapping().forEach((name, text) -> texts.put(name, text.text())));
        return texts;
    }

    private Schema schema(YamlNode node) {
        shape.check(node);
        return schemas.at(node.pointer());
    }

    private YamlNode resolve(YamlNode node) {
        YamlNode target = node;
        var seen = new LinkedHashSet<String>();
        while (target.field("$ref").isPresent()) {
            var reference = target.need("$ref", "").text();
            if (!reference.startsWith("#/")) {
                throw target.problem("the kit reads only references within the same file, not " + reference);
            }
            if (!seen.add(reference)) {
                throw target.problem("the reference " + reference + " refers to itself");
            }
            var from = target;
            target = root.at(reference.substring(1))
                    .orElseThrow(() -> from.problem("cannot resolve the reference " + reference));
        }
        return target;
    }
}
