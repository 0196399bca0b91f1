package dev.core7.examples.vendor.access;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The organization with its projects, users and keys, as configured in keys.yaml. */
@ConfigurationProperties("vendor.accounts")
public record Accounts(String organization, List<Integer> projects, Map<String, User> users, List<ApiKey> keys) {
    /** Checks that every key has an owner. */
    public Accounts {
        for (ApiKey key : keys) {
            if (!users.containsKey(key.user())) {
                throw new IllegalArgumentException("key " + key + " belongs to the unknown user " + key.user());
            }
        }
    }

    Optional<ApiKey> key(String value) {
        return keys.stream().filter(key -> key.value().equals(value)).findFirst();
    }

    /** Returns the user with that name. */
    public User user(String name) {
        return Objects.requireNonNull(users.get(name), () -> "unknown user " + name);
    }
}
