package dev.core7.conformance.run;

import dev.core7.conformance.exchange.Paths;
import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.exchange.Response;
import dev.core7.conformance.exchange.Transport;
import dev.core7.conformance.target.Key;
import dev.core7.contract.Contract;
import dev.core7.contract.Json;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A small server in memory that keeps the contract; a test puts faults before it by overriding {@code send}. */
public class FakeServer implements Transport {
    static final String ROLE = "/api/organizations/o/roles/r1/";

    private static final Pattern LIMIT = Pattern.compile("[?&]limit=([1-9]\\d{0,4})(?!\\d)");
    private static final Pattern OFFSET = Pattern.compile("[?&]offset=(\\d{1,5})(?!\\d)");

    /** The kinds of conditions in a case that the contract does not list. */
    private static final Pattern OTHER_CASE = Pattern.compile("\"type\": ?\"(and|or|PERSON)\"");

    public final List<Request> received = new ArrayList<>();
    public final Map<String, Map<String, @Nullable Object>> objects = new TreeMap<>();
    private final Contract contract;
    private int nextId = 100;

    /** A server with one role and nothing else. */
    public FakeServer(Contract contract) {
        this.contract = contract;
        objects.put(ROLE, new LinkedHashMap<>());
    }

    @Override
    public Response send(Request request) throws NoAnswerException {
        received.add(request);
        return answer(request);
    }

    final Response answer(Request request) {
        String path = Paths.decode(request.path().split("\\?")[0]).replaceFirst("(?<!/)$", "/");
        var here = contract.operations().stream()
                .filter(o -> path.matches(o.path().replaceAll("\\{[^}]+}", "[^/]+")))
                .sorted(Comparator.comparing(o -> o.path().split("\\{").length))
                .toList();
        var operation =
                here.stream().filter(o -> o.method().equals(request.method())).findFirst();
        if (operation.isEmpty()) {
            return Set.of("HEAD", "OPTIONS").contains(request.method()) ? response(200, "", "") : notAllowed();
        }
        int refusal = refusal(operation.get(), request.key());
        if (refusal == 0 && path.matches("/api/projects/(?!1/).*")) {
            return error(404);
        }
        return refusal == 0 ? answer(operation.get(), path, request) : error(refusal);
    }

    private static int refusal(Operation operation, @Nullable Key key) {
        // An altered key holds nothing: it is one that was never given out.
        if (key == null || key.scopes().isEmpty()) {
            return 401;
        }
        boolean foreign = key.project().isPresent() && !key.project().get().equals("1");
        return foreign || !operation.scopes().stream().allMatch(key::covers) ? 403 : 0;
    }

    private Response answer(Operation operation, String path, Request request) {
        if (operation.success().status() == 405) {
            return notAllowed();
        }
        boolean addressed = operation.path().contains("{id}");
        String address = addressed ? path.replaceFirst("(/[^/]+/[^/]+/[^/]+/[^/]+/[^/]+/).*", "$1") : path;
        if (addressed && !objects.containsKey(address)) {
            return error(404);
        }
        var body = body(operation, request);
        if (body == null) {
            return error(MediaType.JSON.equals(request.headers().get("Content-Type")) ? 400 : 415);
        }
        if (operation.method().equals("DELETE")) {
            objects.remove(address);
        }
        return write(operation, address, body, request);
    }

    /** The fields that were sent, none where none are wanted; null where they are not what is wanted. */
    private static @Nullable Map<String, @Nullable Object> body(Operation operation, Request request) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        if (operation.body().isEmpty()) {
            return fields;
        }
        try {
            var json = Json.parse(request.bodyBytes().orElse(new byte[0]));
            boolean isOtherCase =
                    OTHER_CASE.matcher(String.valueOf(request.body())).find();
            if (isOtherCase || !operation.body().get().schema().violations(json).isEmpty()) {
                return null;
            }
            ((Map<?, ?>) Objects.requireNonNull(json)).forEach((name, value) -> fields.put(name.toString(), value));
            return fields;
        } catch (Json.NotJsonException e) {
            return null;
        }
    }

    private Response write(Operation operation, String address, Map<String, @Nullable Object> body, Request request) {
        int status = operation.success().status();
        String object = address;
        if (status == 201) {
            object = address + nextId++ + "/";
            objects.put(object, new LinkedHashMap<>());
        }
        if (objects.containsKey(object)) {
            objects.get(object).putAll(body);
        }
        if (request.path().contains("format=csv")) {
            return response(status, "text/csv; charset=utf-8", "id,name\n");
        }
        var json = operation.success().json();
        return json.isEmpty()
                ? response(status, "", "")
                : response(
                        status,
                        MediaType.JSON,
                        Json.write(page(shown(json.get().examples().get(0).value(), object), request)));
    }

    /** The part of a list that {@code limit} and {@code offset} ask for. */
    private static Map<String, @Nullable Object> page(Map<String, @Nullable Object> shown, Request request) {
        shown.replace("next", null);
        shown.replace("previous", null);
        var limit = LIMIT.matcher(request.path());
        if (limit.find() && shown.get("results") instanceof List<?> items) {
            var offset = OFFSET.matcher(request.path());
            int from = Math.min(offset.find() ? Integer.parseInt(offset.group(1)) : 0, items.size());
            int to = Math.min(from + Integer.parseInt(limit.group(1)), items.size());
            shown.put("results", items.subList(from, to));
            if (to < items.size()) {
                shown.put("next", "http://localhost" + offset.replaceAll("") + "&offset=" + to);
            }
        }
        return shown;
    }

    /** The contract's example as it stands for an object, or for the list at an address. */
    private Map<String, @Nullable Object> shown(@Nullable Object example, String address) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        ((Map<?, ?>) Objects.requireNonNull(example)).forEach((name, value) -> shown.put(name.toString(), value));
        if (objects.containsKey(address) && isListOfPersons(shown)) {
            shown.put("results", persons((List<?>) Objects.requireNonNull(shown.get("results")), objects.get(address)));
        } else if (objects.containsKey(address)) {
            shown.computeIfPresent("deleted", (name, value) -> false);
            shown.putAll(objects.get(address));
            shown.put("id", Integer.valueOf(address.replaceAll(".*/(\\d+)/", "$1")));
        } else if (shown.get("results") instanceof List<?> results) {
            var items = new ArrayList<@Nullable Object>(results);
            objects.keySet().stream()
                    .filter(o -> o.matches(address + "\\d+/"))
                    .filter(o -> !Boolean.TRUE.equals(objects.get(o).get("deleted")))
                    .forEach(o -> items.add(shown(results.get(0), o)));
            shown.put("results", items);
            shown.replace("count", items.size());
        }
        return shown;
    }

    private static boolean isListOfPersons(Map<String, @Nullable Object> example) {
        return example.get("results") instanceof List<?> items
                && items.get(0) instanceof Map<?, ?> item
                && item.containsKey("distinct_ids");
    }

    /** The persons that were added to an object; each looks like the first of the example. */
    private static List<Map<String, @Nullable Object>> persons(List<?> example, Map<String, @Nullable Object> object) {
        var persons = new ArrayList<Map<String, @Nullable Object>>();
        if (object.get("person_ids") instanceof List<?> ids) {
            for (Object id : ids) {
                var person = new LinkedHashMap<String, @Nullable Object>();
                ((Map<?, ?>) example.get(0)).forEach((name, value) -> person.put(name.toString(), value));
                person.put("id", id);
                person.put("uuid", id);
                persons.add(person);
            }
        }
        return persons;
    }

    private static Response notAllowed() {
        return new Response(405, Map.of("allow", List.of("GET")), new byte[0], false, Duration.ZERO);
    }

    private static Response error(int status) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        List.of("type", "code", "detail").forEach(name -> body.put(name, "fake"));
        body.put("attr", null);
        var response = response(status, MediaType.JSON, Json.write(body));
        if (status != 401) {
            return response;
        }
        var headers = new LinkedHashMap<>(response.headers());
        headers.put("www-authenticate", List.of("Bearer"));
        return new Response(status, headers, response.body(), false, Duration.ZERO);
    }

    public static Response response(int status, String type, String body) {
        var headers = type.isEmpty() ? Map.<String, List<String>>of() : Map.of("content-type", List.of(type));
        return new Response(status, headers, body.getBytes(StandardCharsets.UTF_8), false, Duration.ZERO);
    }
}
