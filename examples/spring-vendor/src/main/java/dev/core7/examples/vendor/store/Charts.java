package dev.core7.examples.vendor.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** What annotations may be attached to. */
@Component
public class Charts {
    private final Map<Integer, List<Insight>> insights = new ConcurrentHashMap<>();
    private final Map<Integer, List<Dashboard>> dashboards = new ConcurrentHashMap<>();

    /** A chart. */
    public record Insight(int id, String shortId, String name) {}

    /** A page of charts. */
    public record Dashboard(int id, String name) {}

    /** Adds a chart to a project. */
    public void add(int project, Insight insight) {
        insights.computeIfAbsent(project, none -> new CopyOnWriteArrayList<>()).add(insight);
    }

    /** Adds a page of charts to a project. */
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
