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

/** Reads one operation of an OpenAPI document into its record; every complaint names the line. */
final class OperationReader {
    private static final Pattern SEGMENT = Pattern.compile("\\{([^{}/]*)}");
    private static final Set<String> PLACES = Set.of("path", "query", "header");

    private final YamlNode root;
    private final Schemas schemas;
    private final SchemaShape shape = new SchemaShape(this::resolve);
    private final Map<Link, YamlNode> places = new IdentityHashMap<>();

    OperationReader(YamlNode root) {
        this.root = root;
        this.schemas = new Schemas(Objects.requireNonNull(root.value()));
    }

    Operation read(String method, String path, YamlNode item, YamlNode node) {
        var success = new ArrayList<Response>();
        var errors = new LinkedHashMap<Integer, Response>();
        node.need("responses", "the documented answers").mapping().forEach((status, answer) -> {
            var response = response(status, answer);
            if (response.isError() && response.status() != 405) {
                errors.put(response.status(), response);
            } else {
                success.add(response);
            }
        });
        if (success.size() != 1) {
            throw node.problem("exactly one documented answer (2xx or 405) is expected, not " + success.size());
        }
        return new Operation(
                node.need("operationId", "every operation needs one").text(),
                method.toUpperCase(Locale.ROOT),
                path,
                node.field("summary").map(YamlNode::text).orElse(""),
                node.need("x-page", "say which section of the page describes it")
                        .need("section", "the heading on the page")
                        .text(),
                node.field("x-mcp-tool").map(YamlNode::text),
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

    private Set<String> scopes(YamlNode node) {
        var scopes = new LinkedHashSet<String>();
        var security = node.need("security", "the API key scopes that are needed");
        for (YamlNode requirement : security.list()) {
            requirement.mapping().values().forEach(scheme -> scopes.addAll(scheme.texts()));
        }
        if (security.items().size() != 1 || scopes.isEmpty()) {
            throw security.problem("one security requirement with its scopes is expected");
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
                    throw each.problem("the path " + path + " has no segment {" + parameter.name() + "}");
                }
            }
        }
        var segment = SEGMENT.matcher(path);
        while (segment.find()) {
            if (!parameters.containsKey("path " + segment.group(1))) {
                throw node.problem("the path parameter " + segment.group() + " is not described under parameters");
            }
        }
        return List.copyOf(parameters.values());
    }

    private Parameter parameter(YamlNode node) {
        var in = node.need("in", "path, query or header");
        if (!PLACES.contains(in.text())) {
            throw in.problem("path, query or header is expected, not " + in.text());
        }
        return new Parameter(
                node.need("name", "every parameter needs one").text(),
                in.text(),
                node.field("required").map(YamlNode::bool).orElse(false),
                schema(node.need("schema", "the parameter's type")),
                texts(node.field("x-media-type")),
                node.field("x-fixture").map(YamlNode::text));
    }

    private Response response(String status, YamlNode unresolved) {
        if (!status.matches("[1-5]\\d\\d")) {
            throw unresolved.problem("a status code is expected as the key, not " + status);
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
                            new MediaType(name, schema(media.need("schema", "the body's schema")), examples(media)));
                }));
        return content;
    }

    private Optional<MediaType> jsonBody(YamlNode node) {
        return Optional.ofNullable(content(node).get(MediaType.JSON));
    }

    private List<Example> examples(YamlNode media) {
        var examples = new ArrayList<Example>();
        media.field("example").ifPresent(example -> examples.add(new Example("default", example.value())));
        media.field("examples")
                .ifPresent(all -> all.mapping().forEach((name, example) -> {
                    var value =
                            resolve(example).need("value", "the example itself").value();
                    examples.add(new Example(name, value));
                }));
        return examples;
    }

    /** Where a link that was read stands in the file. */
    YamlNode place(Link link) {
        return Objects.requireNonNull(places.get(link));
    }

    private Link link(String name, YamlNode node) {
        var cleanup = node.field("x-cleanup");
        boolean repair = cleanup.map(YamlNode::value).filter("repair"::equals).isPresent();
        var link = new Link(
                name,
                node.need("operationId", "the operation the link leads to").text(),
                texts(node.field("parameters")),
                node.field("requestBody").map(OperationReader::json),
                node.field("x-example").map(YamlNode::text),
                !repair && cleanup.map(YamlNode::bool).orElse(false),
                repair);
        places.put(link, node);
        return link;
    }

    /** A link's body may stand there as JSON text, for some readers of OpenAPI refuse an object. */
    private static String json(YamlNode body) {
        return body.value() instanceof String text ? text : Json.write(body.value());
    }

    private static List<OpenQuestion> unclear(YamlNode node) {
        return node.field("x-unclear").map(YamlNode::list).orElse(List.of()).stream()
                .map(entry -> new OpenQuestion(
                        entry.need("page", "what the page shows").text(),
                        entry.need("reading", "how the contract reads it").text(),
                        entry.need("reason", "why").text()))
                .toList();
    }

    private static Operation.Eventually eventually(YamlNode node) {
        var pause = node.need("pause", "seconds between two requests");
        var times = node.need("times", "how often the request is repeated at most");
        if (!(pause.value() instanceof Number seconds) || !(times.value() instanceof Integer limit)) {
            throw node.problem("pause is a number of seconds, times a whole number");
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
                throw target.problem("only references into the same file are read, not " + reference);
            }
            if (!seen.add(reference)) {
                throw target.problem("the reference " + reference + " leads back to itself");
            }
            var from = target;
            target = root.at(reference.substring(1))
                    .orElseThrow(() -> from.problem("the reference " + reference + " leads nowhere"));
        }
        return target;
    }
}
