package dev.core7.conformance.benign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** PostHog as its sources tell it, written from them and not from the mock: state, keys, and the order of its checks. */
final class PostHog {
    static final String ORGANIZATION = "0190aaaa-1111-7000-8000-00000000000a";
    static final String OTHER_ORGANIZATION = "0190aaaa-1111-7000-8000-00000000000b";

    private final Map<String, Grant> grants = new LinkedHashMap<>();
    private final Map<String, Project> projects = new LinkedHashMap<>();
    private final Set<String> roles = new LinkedHashSet<>();
    private final Set<String> persons = new LinkedHashSet<>();
    private final List<Route> routes = new ArrayList<>();
    private final boolean writeCoversRead;
    private long lastId;
    private int pageSize;

    /** What a key may do; project null: in every project. */
    record Grant(Set<String> scopes, @Nullable String project) {}

    /** A project: what is in it. */
    record Project(Annotations annotations, Cohorts cohorts, CohortPersons persons, Comments comments) {}

    private record Route(String path, boolean extra, Map<String, Handler> handlers) {
        boolean fits(Ask ask) {
            var wanted = path.split("/");
            var actual = ask.path();
            if (wanted.length != actual.size()) {
                return false;
            }
            for (int i = 0; i < wanted.length; i++) {
                if (!wanted[i].equals("*") && !wanted[i].equals(actual.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    private record Handler(Set<String> scopes, Function<Ask, Reply> answer) {}

    /** @param lastId the last number given to an object, in whatever project */
    PostHog(long lastId, boolean writeCoversRead) {
        this.lastId = lastId;
        this.writeCoversRead = writeCoversRead;
        for (String id : List.of("1", "2")) {
            var cohorts = new Cohorts(this, persons);
            var inside = new CohortPersons(cohorts, persons);
            projects.put(id, new Project(new Annotations(this), cohorts, inside, new Comments(this)));
        }
        var roleRoute = Map.of("DELETE", new Handler(Set.of("organization:write"), this::deleteRole));
        routes.add(new Route("api/organizations/*/roles/*", false, roleRoute));
        in("annotations", false)
                .put("GET", on("annotation:read", (p, ask) -> p.annotations().list(ask)));
        in("annotations", false)
                .put("POST", on("annotation:write", (p, ask) -> p.annotations().create(ask)));
        var annotation = in("annotations/*", false);
        annotation.put("GET", on("annotation:read", (p, ask) -> p.annotations().retrieve(ask)));
        annotation.put("PUT", on("annotation:write", (p, ask) -> p.annotations().replace(ask)));
        annotation.put(
                "PATCH", on("annotation:write", (p, ask) -> p.annotations().patch(ask)));
        annotation.put(
                "DELETE", on("annotation:write", (p, ask) -> p.annotations().destroy(ask)));
        in("cohorts", false)
                .put("GET", on("cohort:read", (p, ask) -> p.cohorts().list(ask)));
        in("cohorts", false)
                .put("POST", on("cohort:write", (p, ask) -> p.cohorts().create(ask)));
        in("cohorts/activity", true)
                .put("GET", on("activity_log:read", (p, ask) -> p.persons().allActivity(ask)));
        var cohort = in("cohorts/*", false);
        cohort.put("GET", on("cohort:read", (p, ask) -> p.cohorts().retrieve(ask)));
        cohort.put("PATCH", on("cohort:write", (p, ask) -> p.cohorts().patch(ask)));
        cohort.put("DELETE", on("cohort:write", (p, ask) -> p.cohorts().destroy(ask)));
        in("cohorts/*/activity", true)
                .put("GET", on("activity_log:read", (p, ask) -> p.persons().activity(ask)));
        in("cohorts/*/calculation_history", true)
                .put("GET", on("cohort:read", (p, ask) -> p.persons().calculations(ask)));
        in("cohorts/*/persons", true)
                .put(
                        "GET",
                        on("cohort:read person:read", (p, ask) -> p.persons().list(ask)));
        in("cohorts/*/add_persons_to_static_cohort", true)
                .put("PATCH", on("cohort:write", (p, ask) -> p.persons().add(ask)));
        in("cohorts/*/remove_person_from_static_cohort", true)
                .put("PATCH", on("cohort:write", (p, ask) -> p.persons().remove(ask)));
        in("comments", false)
                .put("GET", on("comment:read", (p, ask) -> p.comments().list(ask)));
    }

    /** @param extra whether it is one of the extra actions, which answer 405 where the plain ones answer 403 */
    private Map<String, Handler> in(String below, boolean extra) {
        var path = "api/projects/*/" + below;
        return routes.stream()
                .filter(route -> route.path().equals(path))
                .findFirst()
                .orElseGet(() -> {
                    routes.add(new Route(path, extra, new LinkedHashMap<>()));
                    return routes.get(routes.size() - 1);
                })
                .handlers();
    }

    private Handler on(String scopes, BiFunction<Project, Ask, Reply> answer) {
        return new Handler(Set.of(scopes.split(" ")), ask -> answer.apply(project(projectId(ask)), ask));
    }

    void grant(String key, Set<String> scopes, @Nullable String project) {
        grants.put(key, new Grant(scopes, project));
    }

    Project project(String id) {
        return projects.computeIfAbsent(id, i -> {
            throw Refused.notFound();
        });
    }

    Set<String> roles() {
        return roles;
    }

    Set<String> persons() {
        return persons;
    }

    long nextId() {
        return ++lastId;
    }

    void setPageSize(int size) {
        pageSize = size;
    }

    int pageSize(int usual) {
        return pageSize > 0 ? pageSize : usual;
    }

    Map<String, @Nullable Object> user() {
        return Reply.object(
                "id", 17,
                "uuid", "0190aaaa-2222-7000-8000-000000000011",
                "distinct_id", "Vq1bJyJ0aH3",
                "first_name", "Ada",
                "last_name", "",
                "email", "ada@localhost",
                "is_email_verified", null,
                "hedgehog_config", null,
                "role_at_organization", null);
    }

    static Reply hardDeleteRefused() {
        return Reply.empty(405).withHeader("Allow", "GET, PUT, PATCH, DELETE, HEAD, OPTIONS");
    }

    /** The answer, by the order in which PostHog looks at things. */
    synchronized Reply answer(Ask ask) {
        try {
            var route = routes.stream().filter(r -> r.fits(ask)).findFirst().orElseThrow(Refused::notFound);
            negotiate(ask);
            var grant = grant(ask);
            locate(ask, grant);
            var method = ask.method().equals("HEAD") ? "GET" : ask.method();
            var handler = route.handlers().get(method);
            if (handler == null) {
                return notOffered(route).withHeader("Allow", allow(route));
            }
            if (!handler.scopes().stream().allMatch(scope -> covers(grant, scope))) {
                throw Refused.denied();
            }
            var reply = handler.answer().apply(ask);
            return reply.headers().containsKey("Allow") ? reply : reply.withHeader("Allow", allow(route));
        } catch (Refused e) {
            return e.reply();
        }
    }

    private static void negotiate(Ask ask) {
        boolean csv = ask.path().get(ask.path().size() - 1).equals("persons");
        var format = ask.query().getOrDefault("format", "json");
        if (!format.equals("json") && !(csv && format.equals("csv"))) {
            throw Refused.notFound();
        }
        var offered = csv && !ask.query().containsKey("format")
                ? List.of("application/json", "text/csv", "*/*")
                : List.of(format.equals("csv") ? "text/csv" : "application/json", "*/*");
        var accepted = Stream.of(Ask.lower(ask.header("accept")).split(","))
                .map(range -> range.replaceFirst(";.*", "").strip());
        if (!ask.header("accept").isEmpty() && accepted.noneMatch(offered::contains)) {
            throw new Refused(406, "invalid_request", "not_acceptable", null);
        }
    }

    private Grant grant(Ask ask) {
        var key = key(ask);
        if (key.isEmpty()) {
            throw new Refused(401, "authentication_error", "not_authenticated", null);
        }
        var grant = grants.get(key);
        if (grant == null) {
            throw new Refused(401, "authentication_error", "authentication_failed", null);
        }
        return grant;
    }

    /** The key in the header, else in the body, else in the query: the first found counts. */
    private static String key(Ask ask) {
        var header = ask.header("authorization");
        if (header.matches("Bearer +\\S\\S+")) {
            return header.replaceFirst("^Bearer +", "").strip();
        }
        return ask.body().length > 0 && ask.fields().get("personal_api_key") instanceof String inBody
                ? inBody
                : ask.query().getOrDefault("personal_api_key", "");
    }

    private void locate(Ask ask, Grant grant) {
        if (ask.path().get(1).equals("organizations")) {
            if (!List.of(ORGANIZATION, "@current").contains(ask.path().get(2))) {
                throw Refused.notFound();
            }
            if (grant.project() != null) {
                throw Refused.denied();
            }
            return;
        }
        var id = projectId(ask);
        if (!projects.containsKey(id)) {
            throw Refused.notFound();
        }
        // Each project is in an organization of its own; a key without a limit is of a user of the first.
        var own = grant.project() == null ? "1" : grant.project();
        if (!own.equals(id)) {
            throw Refused.denied();
        }
    }

    private static String projectId(Ask ask) {
        return ask.path().get(2).replace("@current", "1");
    }

    private boolean covers(Grant grant, String scope) {
        return grant.scopes().contains("*")
                || grant.scopes().contains(scope)
                || writeCoversRead && grant.scopes().contains(scope.replace(":read", ":write"));
    }

    private static Reply notOffered(Route route) {
        return (route.extra() ? new Refused(405, "invalid_request", "method_not_allowed", null) : Refused.denied())
                .reply();
    }

    private static String allow(Route route) {
        return String.join(
                ", ",
                Stream.concat(route.handlers().keySet().stream(), Stream.of("OPTIONS"))
                        .toList());
    }

    private Reply deleteRole(Ask ask) {
        if (!roles.remove(ask.path().get(4))) {
            throw Refused.notFound();
        }
        return Reply.empty(204);
    }

    static String someUuid() {
        return UUID.randomUUID().toString();
    }
}
