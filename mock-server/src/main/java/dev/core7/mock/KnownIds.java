package dev.core7.mock;

import dev.core7.contract.Parameter;
import java.math.BigInteger;
import java.util.Optional;

/** Which ids exist on a server that keeps nothing: all but a few that are agreed to be unknown. */
final class KnownIds {
    /** The path parameter with the id of a project. */
    static final String PROJECT = "project_id";

    /** The path parameter with the id of an organization. */
    static final String ORGANIZATION = "organization_id";

    /** Stands for the caller's own project or organization. */
    static final String CURRENT = "@current";

    private static final BigInteger FIRST_UNKNOWN = BigInteger.valueOf(900_000_000);
    private static final String UNKNOWN_UUID = "ffffffff-ffff-ffff-ffff-ffffffffffff";

    private KnownIds() {}

    /** Whether a parameter says where a request goes, not which object it is about. */
    static boolean isPlace(Parameter parameter) {
        return parameter.name().equals(PROJECT) || parameter.name().equals(ORGANIZATION);
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
        return id.matches("-?\\d{1,40}") ? Optional.of(new BigInteger(id)) : Optional.empty();
    }
}
