package dev.core7.examples.vendor.store;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The roles of the organization. */
@Component
public class Roles {
    private final Map<String, String> names = new ConcurrentHashMap<>();

    /** Adds a role. */
    public void add(UUID id, String name) {
        names.put(id.toString(), name);
    }

    /** Deletes a role, and returns whether it existed. */
    public boolean delete(String id) {
        return names.remove(id) != null;
    }
}
