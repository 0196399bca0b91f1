package dev.core7.conformance.benign;

import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.exchange.Response;
import dev.core7.conformance.exchange.Transport;
import dev.core7.conformance.flows.Flows;
import dev.core7.conformance.http.PatientTransport;
import dev.core7.conformance.http.PlainTransport;
import dev.core7.conformance.objects.Ledger;
import dev.core7.conformance.relations.Relations;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.result.Result;
import dev.core7.conformance.run.Progress;
import dev.core7.conformance.run.Report;
import dev.core7.conformance.run.Runner;
import dev.core7.conformance.selection.Selection;
import dev.core7.conformance.spi.Behaviour;
import dev.core7.conformance.spi.RetryDelay;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs of the whole suite, and what they blame. */
final class Judged {
    static final Contract CONTRACT = ContractReader.bundled();

    private static final Set<String> SOME = Set.of(
            "roles_destroy",
            "annotations_create",
            "annotations_destroy",
            "cohorts_add_persons_to_static_cohort_partial_update",
            "cohorts_persons_retrieve",
            "comments_list");

    private Judged() {}

    static World world() {
        return new World(CONTRACT, 4711, true);
    }

    static Report run(World world, Twist twist, RealServer.Wire wire) {
        return run(world, twist, wire, 1);
    }

    static Report run(World world, Twist twist, RealServer.Wire wire, int jobs) {
        try (var server = new RealServer(world.posthog(), twist, wire)) {
            return run(world.target(server.url()), jobs);
        }
    }

    /** Everything, over real connections. */
    static Report run(Target target, int jobs) {
        return run(target, connected(target), Selection.ALL, true, jobs);
    }

    /** Some operations of each kind only, over real connections: nothing but the wire is odd there. */
    static Report some(World world, Twist twist, RealServer.Wire wire) {
        try (var server = new RealServer(world.posthog(), twist, wire)) {
            return some(world.target(server.url()));
        }
    }

    static Report some(Target target) {
        return some(target, UnaryOperator.identity());
    }

    /** With something between the suite and its connections. */
    static Report some(Target target, UnaryOperator<Transport> between) {
        return some(target, between, true);
    }

    static Report some(Target target, UnaryOperator<Transport> between, boolean flows) {
        return run(target, between.apply(connected(target)), new Selection(SOME, false), flows, 2);
    }

    /** Without a network between them, which takes a tenth of the time. */
    static Report inside(World world, Twist twist, boolean flows) {
        return inside(world, twist, Selection.ALL, flows, RetryDelay.AT_ONCE);
    }

    static Report inside(World world, Twist twist, boolean flows, RetryDelay waiting) {
        return inside(world, twist, Selection.ALL, flows, waiting);
    }

    /** Everything, with so many lanes at once. */
    static Report inside(World world, Twist twist, int jobs) {
        return inside(world, twist, Selection.ALL, true, RetryDelay.AT_ONCE, jobs);
    }

    /** The same of a part of the run. */
    static Report inside(World world, Twist twist, Selection selection, boolean flows) {
        return inside(world, twist, selection, flows, RetryDelay.AT_ONCE);
    }

    private static Report inside(World world, Twist twist, Selection selection, boolean flows, RetryDelay waiting) {
        return inside(world, twist, selection, flows, waiting, 1);
    }

    private static Report inside(
            World world, Twist twist, Selection selection, boolean flows, RetryDelay waiting, int jobs) {
        var target = world.target("http://posthog.example");
        return run(
                target,
                request -> answer(request, ask -> twist.answer(ask, world.posthog()::answer)),
                selection,
                flows,
                jobs,
                waiting);
    }

    private static Response answer(Request request, Function<Ask, Reply> server) {
        var started = Instant.now();
        var headers = new LinkedHashMap<String, String>();
        headers.put("host", "posthog.example");
        request.headers().forEach((name, value) -> headers.put(Ask.lower(name), value));
        request.authorization().ifPresent(value -> headers.put("authorization", value));
        var body = request.bodyBytes().orElse(new byte[0]);
        var reply = server.apply(Ask.of(request.method(), request.pathWithKey(), headers, body));
        var answered = new LinkedHashMap<String, List<String>>();
        reply.headers().forEach((name, value) -> answered.put(Ask.lower(name), List.of(value)));
        var bytes = request.method().equals("HEAD") ? new byte[0] : reply.bytes();
        var took = Duration.between(started, Instant.now());
        return new Response(reply.status(), answered, bytes, false, took, Optional.of(started));
    }

    private static Transport connected(Target target) {
        return new PlainTransport(target, Duration.ofSeconds(30));
    }

    private static Report run(Target target, Transport wire, Selection selection, boolean withFlows, int jobs) {
        return run(target, wire, selection, withFlows, jobs, RetryDelay.AT_ONCE);
    }

    private static Report run(
            Target target, Transport wire, Selection selection, boolean withFlows, int jobs, RetryDelay waiting) {
        var transport = new PatientTransport(wire);
        try {
            var flows = withFlows ? behaviours(waiting) : List.<Behaviour>of();
            // Without flows the responses are changed: they have the format of a server's, but not the values it
            // stores.
            var checks = Runner.checks().stream()
                    .filter(check -> withFlows || !check.onlyWhereApplicable())
                    .toList();
            return new Runner(CONTRACT, target, transport, selection, Runner.caseSources(), checks, flows)
                    .waiting(waiting)
                    .run(false, Progress.SILENT, Ledger.NONE, jobs);
        } catch (Runner.UnreachableException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Behaviour> behaviours(RetryDelay waiting) {
        return Stream.concat(Flows.bundled(CONTRACT, waiting).stream(), Relations.of(CONTRACT, waiting).stream())
                .toList();
    }

    /** Everything that failed, MUST and SHOULD. */
    static List<String> blame(Report report) {
        return told(report.results(Outcome.Failed.class));
    }

    static List<String> told(List<Result> results) {
        return results.stream()
                .map(r -> r.id() + ": " + r.outcome().reason()
                        + r.outcome().brokenPlaces().stream()
                                .map(f -> f.where() + " expected " + f.expected() + ", was " + f.actual())
                                .collect(Collectors.joining("; ")))
                .toList();
    }
}
