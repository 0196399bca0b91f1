package dev.core7.examples.vendor.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** The insights and dashboards that annotations can refer to. */
@Component
public class Charts {
    private final Map<Integer, List<Insight>> insights = new ConcurrentHashMap<>();
    private final Map<Integer, List<Dashboard>> dashboards = new ConcurrentHashMap<>();

    /** An insight. */
    public record Insight(int id, String shortId, String name) {}

    /** A dashboard. */
    public record Dashboard(int id, String name) {}

    /** Adds an insight to a project. */
    public void add(int project, Insight insight) {
        insights.computeIfAbsent(project, none -> new CopyOnWriteArrayList<>()).add(insight);
    }

    /** Adds a dashboard to a project. */
    public void add(int project, Dashboard dashboard) {
        dashboards
                .computeIfAbsent(project, none -> new CopyOnWriteArrayList<>())
                .add(dashboard);
    }

    Optional<Insight> insight(int project, int id) {
        return insights.getOrDefault(project, List.of()).stream()
                .filter(insight -> insight.id == id)
                .findFirst();
    }

    Optional<Dashboard> dashboard(int project, int id) {
        return dashboards.getOrDefault(project, List.of()).stream()
                .filter(dashboard -> dashboard.id == id)
                .findFirst();
    }
}
