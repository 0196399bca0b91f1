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

/** The persons of all projects. {@code Seeds} creates them, because no operation does. */
@Component
public class Persons {
    private final Map<Integer, List<CohortPerson>> byProject = new ConcurrentHashMap<>();

    /** Adds a person to a project. */
    public void add(int project, CohortPerson person) {
        byProject.computeIfAbsent(project, none -> new CopyOnWriteArrayList<>()).add(person);
    }

    /** Returns the persons of a project whose ids match, in the order of creation. */
    List<CohortPerson> list(int project, Predicate<UUID> filter) {
        return byProject.getOrDefault(project, List.of()).stream()
                .filter(person -> filter.test(person.getUuid()))
                .toList();
    }

    /** Returns the ids of the persons of a project that match. */
    Set<UUID> ids(int project, Predicate<CohortPerson> filter) {
        return byProject.getOrDefault(project, List.of()).stream()
                .filter(filter)
                .map(CohortPerson::getUuid)
                .collect(Collectors.toUnmodifiableSet());
    }
}
