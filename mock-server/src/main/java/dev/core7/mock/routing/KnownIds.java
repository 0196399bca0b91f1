package dev.core7.mock.routing;

import dev.core7.contract.Parameter;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Defines which ids exist on a mock without state: all except a few that are unknown by convention. */
public final class KnownIds {
    /** The path parameter with the id of a project. */
    public static final String PROJECT = "project_id";

    /** The path parameter with the id of an organization. */
    static final String ORGANIZATION = "organization_id";

    /** The alias for the caller's own project or organization. */
    public static final String CURRENT = "@current";

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,40}");
    private static final BigInteger FIRST_UNKNOWN = BigInteger.valueOf(900_000_000);
    private static final String UNKNOWN_UUID = "ffffffff-ffff-ffff-ffff-ffffffffffff";

    /** The path parameters that identify the project or organization of a request, not its object. */
    public static final Set<String> PARENTS = Set.of(PROJECT, ORGANIZATION);

    /** The own project of a key that is valid in all projects. */
    public static final String OWN_PROJECT = "1";

    private KnownIds() {}

    /**
     * Returns the canonical id of a project or organization. There are many projects, and one organization.
     *
     * @param ownProject the only project of the request's key; empty: it is valid in all
     */
    public static String parentId(String parameter, String id, Optional<String> ownProject) {
        if (!parameter.equals(PROJECT)) {
            return CURRENT;
        }
        return id.equals(CURRENT) ? ownProject.orElse(OWN_PROJECT) : id;
    }

    /** Returns the path parameters of a project and the organization. */
    public static Map<String, String> parents(String project) {
        return Map.of(PROJECT, project, ORGANIZATION, CURRENT);
    }

    /** Returns whether a parameter identifies a project or organization, not an object. */
    public static boolean isParent(Parameter parameter) {
        return PARENTS.contains(parameter.name());
    }

    /** Returns whether an id exists: it has the documented type, and is neither a number from 900000000 on nor the all-f UUID. */
    public static boolean exists(Parameter parameter, String id) {
        if (isParent(parameter) && id.equals(CURRENT)) {
            return true;
        }
        var number = number(id);
        boolean isReserved =
                number.isPresent() ? number.get().compareTo(FIRST_UNKNOWN) >= 0 : id.equalsIgnoreCase(UNKNOWN_UUID);
        return !isReserved && hasType(parameter, id, number);
    }

    /** Returns whether no object that is referred to in a body has a number. */
    public static boolean isUnknown(BigInteger number) {
        return number.signum() < 0 || number.compareTo(FIRST_UNKNOWN) >= 0;
    }

    private static boolean hasType(Parameter parameter, String id, Optional<BigInteger> number) {
        if (parameter.name().equals(PROJECT)) {
            // A string in the contract, as on the page, but PostHog's project ids are numbers.
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
