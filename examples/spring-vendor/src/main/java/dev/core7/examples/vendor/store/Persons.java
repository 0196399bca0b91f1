package dev.core7.examples.vendor.store;

import dev.core7.server.model.CohortPerson;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The persons of all projects; none of the operations makes one, so they come from {@code Seeds}. */
@Component
public class Persons {
    private final Map<Integer, List<CohortPerson>> byProject = new ConcurrentHashMap<>();

    /** Adds one to a project. */
    public void add(int project, CohortPerson person) {
        byProject.computeIfAbsent(project, none -> new CopyOnWriteArrayList<>()).add(person);
    }

    /** Those of a project whose ids are {@code wanted}, in the project's order. */
    List<CohortPerson> list(int project, Predicate<UUID> wanted) {
        return byProject.getOrDefault(project, List.of()).stream()
                .filter(person -> wanted.test(person.getUuid()))
                .toList();
    }

    /** The ids of those of a project that are {@code wanted}. */
    Set<UUID> ids(int project, Predicate<CohortPerson> wanted) {
        return byProject.getOrDefault(project, List.of()).stream()
                .filter(wanted)
                .map(CohortPerson::getUuid)
                .collect(Collectors.toUnmodifiableSet());
    }
}
