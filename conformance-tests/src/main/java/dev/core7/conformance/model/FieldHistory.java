package dev.core7.conformance.model;

import dev.core7.contract.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one field of one object may be at each moment. */
final class FieldHistory {
    private final List<Claim> claims = new ArrayList<>();
    private final Set<String> confirmedBy = new HashSet<>();
    private Optional<Span> lastRead = Optional.empty();

    void add(Claim claim) {
        claims.add(claim);
        confirmedBy.clear();
    }

    /** The claims that can hold at {@code moment}: in some order of overlapping writes, none that is certain came after them. */
    List<Claim> at(Span moment) {
        return claims.stream()
                .filter(claim -> claim.span().from() <= moment.to()
                        && claims.stream()
                                .noneMatch(later -> later.certain()
                                        && claim.span().isBefore(later.span())
                                        && later.span().to() <= moment.from()))
                .toList();
    }

    /** Whether the field may have had a value at {@code moment} or before. */
    boolean mayHaveBeen(Object value, Span moment) {
        return claims.stream()
                .filter(claim -> claim.span().from() <= moment.to())
                .anyMatch(claim -> value.equals(claim.value()));
    }

    /** The youngest of the claims that can hold. */
    static Claim youngest(List<Claim> claims) {
        return claims.stream()
                .max(Comparator.comparing((Claim claim) -> claim.span().from()))
                .orElseThrow();
    }

    /** The only value that the field can have; empty: unknown, or one of several. */
    Optional<Claim> known(Span moment, Optional<Schema> schema) {
        var possible = at(moment);
        if (possible.isEmpty() || possible.stream().anyMatch(c -> c.kind() == Claim.Kind.UNKNOWN)) {
            return Optional.empty();
        }
        @Nullable Object first = possible.get(0).value();
        return possible.stream().allMatch(c -> Sameness.of(first, c.value(), schema))
                ? Optional.of(youngest(possible))
                : Optional.empty();
    }

    /** Notes that a safe request to an operation has shown what was expected. */
    void confirmed(Span moment, String operation) {
        lastRead = Optional.of(moment);
        confirmedBy.add(operation);
    }

    /** Whether an operation has shown what was expected since the last claim. */
    boolean isConfirmedBy(String operation) {
        return confirmedBy.contains(operation);
    }

    /** The last time that a safe request has shown what was expected, since {@code since}. */
    Optional<Span> readSince(Span since) {
        return lastRead.filter(read -> since.isBefore(read));
    }
}
