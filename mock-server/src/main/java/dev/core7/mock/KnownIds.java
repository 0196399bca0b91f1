package dev.core7.mock;

import dev.core7.contract.Parameter;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which ids exist on a server that keeps nothing: all but a few that are agreed to be unknown. */
final class KnownIds {
    /** The path parameter with the id of a project. */
    static final String PROJECT = "project_id";

    /** The path parameter with the id of an organization. */
    static final String ORGANIZATION = "organization_id";

    /** Stands for the caller's own project or organization. */
    static final String CURRENT = "@current";

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,40}");
    private static final BigInteger FIRST_UNKNOWN = BigInteger.valueOf(900_000_000);
    private static final String UNKNOWN_UUID = "ffffffff-ffff-ffff-ffff-ffffffffffff";

    /** The path parameters that say where a request goes. */
    static final Set<String> PLACES = Set.of(PROJECT, ORGANIZATION);

    /** The project that a key for all of them calls its own. */
    static final String OWN_PROJECT = "1";

    private KnownIds() {}

    /** One name for each place: there are many projects, and one organization. */
    static String place(String parameter, String id, Optional<MockKey> key) {
        if (!parameter.equals(PROJECT)) {
            return CURRENT;
        }
        return id.equals(CURRENT) ? key.flatMap(MockKey::project).orElse(OWN_PROJECT) : id;
    }

    /** A project, and the one organization. */
    static Map<String, String> place(String project) {
        return Map.of(PROJECT, project, ORGANIZATION, CURRENT);
    }

    /** Whether a parameter says where a request goes, not which object it is about. */
    static boolean isPlace(Parameter parameter) {
        return PLACES.contains(parameter.name());
    }

    /** Whether an id exists: it has the documented type, and is no number from 900000000 up nor the all-f uuid. */
    static boolean exists(Parameter parameter, String id) {
        if (isPlace(parameter) && id.equals(CURRENT)) {
            return true;
        }
        var number = number(id);
        boolean agreedUnknown =
                number.isPresent() ? number.get().compareTo(FIRST_UNKNOWN) >= 0 : id.equalsIgnoreCase(UNKNOWN_UUID);
        return !agreedUnknown && hasType(parameter, id, number);
    }

    private static boolean hasType(Parameter parameter, String id, Optional<BigInteger> number) {
        if (parameter.name().equals(PROJECT)) {
            // A text in the contract, as on the page, but PostHog knows projects by number only.
            return number.isPresent();
        }
        var schema = parameter.schema();
        return schema.violations(id).isEmpty()
                || number.isPresent() && schema.violations(number.get()).isEmpty();
    }

    private static Optional<BigInteger> number(String id) {
        return NUMBER.matcher(id).matches() ? Optional.of(new BigInteger(id)) : Optional.empty();
    }
}
