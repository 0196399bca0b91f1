package dev.core7.conformance.model;

import dev.core7.conformance.result.Finding;
import dev.core7.contract.JsonValues;
import dev.core7.contract.Schema;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares each field that a response shows with what the run knows of it, and says which law a difference breaks. */
final class FieldComparison {
    private static final Set<String> CREATION = Set.of(FieldRules.CREATION, FieldRules.CREATOR);

    private final Collection<TrackedObject> all;
    private final Rulings rulings;

    FieldComparison(Collection<TrackedObject> all, Rulings rulings) {
        this.all = all;
        this.rulings = rulings;
    }

    void judge(Sighting sighting) {
        var exchange = sighting.exchange();
        rulings.judged(exchange, Law.SHOWN_AS_WRITTEN, Law.READ_ONLY_IGNORED);
        boolean isCreate = sighting.write().filter(Write::creates).isPresent();
        if (!isCreate) {
            rulings.judged(exchange, Law.UNNAMED_FIELDS_KEPT, Law.SERVER_VALUES_STABLE, Law.SHOWN_ALIKE);
        }
        if (sighting.isRead()) {
            rulings.judged(
                    exchange,
                    Law.OTHERS_UNTOUCHED,
                    Law.UNCHANGED_BETWEEN_WRITES,
                    Law.REFUSED_CHANGES_NOTHING,
                    Law.INVALID_CHANGES_NOTHING);
        }
        sighting.object().type().shown().properties().forEach((name, schema) -> {
            if (!name.equals("id") && !schema.flag("writeOnly") && sighting.shows(name)) {
                judge(new Shown(sighting, name, schema, sighting.value(name)));
            }
        });
    }

    /** One field as a response shows it. */
    private record Shown(
            Sighting sighting,
            String name,
            Schema schema,
            @Nullable Object value) {
        TrackedObject object() {
            return sighting.object();
        }

        FieldHistory history() {
            return object().history(name);
        }

        Span moment() {
            return sighting.moment();
        }

        String operation() {
            return sighting.exchange().sent().called().id();
        }

        boolean is(@Nullable Object other) {
            return Sameness.of(other, value, Optional.of(schema));
        }

        void adopt(boolean certain) {
            history().add(Claim.seen(value, moment(), certain, sighting.exchange()));
        }

        Finding finding(String expected, String more) {
            return new Finding(sighting.where(name), expected, JsonValues.describe(value) + more);
        }
    }

    private void judge(Shown shown) {
        var followed = followed(shown);
        if (followed.isPresent()) {
            broken(shown, Law.READ_ONLY_IGNORED, notSent(followed.get()), "");
        } else if (isJudged(shown)) {
            compare(shown);
        } else {
            // A later request may send it back; it is not judged otherwise.
            shown.adopt(true);
        }
    }

    /** The write that sent a field which is not a request field, and whose value the object has now. */
    private static Optional<Write> followed(Shown shown) {
        return shown.object().writes().stream()
                .filter(w ->
                        w.isAboutFields() && w.span().from() <= shown.moment().to())
                .filter(w -> w.fields().containsKey(shown.name())
                        && !w.requestFields().containsKey(shown.name()))
                .filter(w -> isTelling(w.fields().get(shown.name()))
                        && shown.is(w.fields().get(shown.name())))
                .filter(w -> shown.history().at(w.span().justBefore()).stream()
                        .noneMatch(c -> c.kind() == Claim.Kind.SEEN && shown.is(c.value())))
                .findFirst();
    }

    /** Whether a server would hardly come upon the value by itself. */
    private static boolean isTelling(@Nullable Object value) {
        return value instanceof String text && !text.isBlank()
                || value instanceof Number number && new BigDecimal(number.toString()).compareTo(BigDecimal.ONE) > 0
                || value instanceof Map<?, ?> map && !map.isEmpty()
                || value instanceof List<?> list && !list.isEmpty();
    }

    private static boolean isJudged(Shown shown) {
        var condition = FieldRules.changesUnless(shown.schema());
        boolean holds = condition.isEmpty()
                || shown.object().flag(condition.get(), shown.moment()).orElse(false)
                        && shown.object().writes().stream().allMatch(Write::isAboutFields);
        return holds && !FieldRules.changesByItself(shown.schema());
    }

    private void compare(Shown shown) {
        var possible = shown.history().at(shown.moment());
        if (possible.isEmpty()) {
            return;
        }
        if (possible.stream().anyMatch(claim -> claim.kind() == Claim.Kind.UNKNOWN)) {
            shown.adopt(true);
        } else if (possible.stream().anyMatch(claim -> shown.is(claim.value()))) {
            boolean isOneOfWrites = possible.stream().allMatch(c -> c.certain() || c.kind() == Claim.Kind.WRITTEN);
            if (possible.size() > 1 && isOneOfWrites) {
                var confirmed = FieldHistory.youngest(possible.stream()
                        .filter(claim -> shown.is(claim.value()))
                        .toList());
                shown.history().add(confirmed.seenAt(shown.moment()));
            }
            if (shown.sighting().isRead()) {
                shown.history().confirmed(shown.moment(), shown.operation());
            }
        } else {
            var expected = FieldHistory.youngest(possible);
            var other = wroteToAnother(shown, expected);
            broken(
                    shown,
                    law(shown, expected, other.isPresent()),
                    JsonValues.describe(expected.value()) + ", " + expected.origin(),
                    other.map(w -> ", which " + name(w) + " wrote to " + w.address())
                            .orElse(""));
        }
    }

    private void broken(Shown shown, Law law, String expected, String more) {
        rulings.broken(shown.sighting().exchange(), law, shown.finding(expected, more));
        shown.adopt(false);
    }

    private static Law law(Shown shown, Claim expected, boolean wroteToAnother) {
        var object = shown.object();
        var settled = shown.history().readSince(expected.span()).orElse(expected.span());
        boolean unwritten = object.writesBetween(settled, shown.moment()).isEmpty();
        if (isServerSet(shown)) {
            return ofServerSet(shown, unwritten);
        }
        if (shown.sighting().isRead() && isOfRefused(shown, expected.span())) {
            return Law.REFUSED_CHANGES_NOTHING;
        }
        if (shown.sighting().isRead() && isOfInvalid(shown, settled)) {
            return Law.INVALID_CHANGES_NOTHING;
        }
        if (expected.by().filter(by -> by == shown.sighting().exchange()).isPresent()) {
            return Law.SHOWN_AS_WRITTEN;
        }
        if (!unwritten) {
            return Law.UNNAMED_FIELDS_KEPT;
        }
        if (wroteToAnother) {
            return Law.OTHERS_UNTOUCHED;
        }
        if (expected.kind() == Claim.Kind.WRITTEN) {
            return Law.SHOWN_AS_WRITTEN;
        }
        return isOfOtherOperation(shown, expected) ? Law.SHOWN_ALIKE : Law.UNCHANGED_BETWEEN_WRITES;
    }

    /** A write may change a field of the server, but not who created the object, and when. */
    private static Law ofServerSet(Shown shown, boolean unwritten) {
        boolean ofCreation = CREATION.contains(FieldRules.setByServer(shown.schema()));
        if (!unwritten) {
            return ofCreation ? Law.UNNAMED_FIELDS_KEPT : Law.SERVER_VALUES_STABLE;
        }
        boolean conditional = FieldRules.changesUnless(shown.schema()).isPresent();
        return conditional ? Law.SERVER_VALUES_STABLE : Law.SHOWN_ALIKE;
    }

    /** Whether only other operations have shown what is expected. */
    private static boolean isOfOtherOperation(Shown shown, Claim expected) {
        return !shown.history().isConfirmedBy(shown.operation())
                && expected.by()
                        .filter(by -> !by.sent().called().id().equals(shown.operation()))
                        .isPresent();
    }

    /** Whether the value is that of a write which was refused because of its key. */
    private static boolean isOfRefused(Shown shown, Span since) {
        return refusedSince(shown, since)
                .anyMatch(w -> w.refusedForKey() && shown.is(w.fields().get(shown.name())));
    }

    /** Whether a write with another value of the field was rejected; the server may have stored it in another form. */
    private static boolean isOfInvalid(Shown shown, Span since) {
        return refusedSince(shown, since).anyMatch(w -> !w.refusedForKey());
    }

    /** The refused writes of the field. */
    private static Stream<Write> refusedSince(Shown shown, Span since) {
        return shown.object().refused().stream()
                .filter(w -> since.isBefore(w.span())
                        && w.span().from() <= shown.moment().to())
                .filter(w -> w.fields().containsKey(shown.name()));
    }

    /** Whether no request of its type can name it. */
    private static boolean isServerSet(Shown shown) {
        return shown.schema().flag("readOnly");
    }

    /** A write to another object, since the value was expected, that wrote what this object shows. */
    private Optional<Write> wroteToAnother(Shown shown, Claim expected) {
        return all.stream()
                .filter(o -> o != shown.object() && o.type() == shown.object().type())
                .flatMap(o -> o.writesBetween(expected.span(), shown.moment()).stream())
                .filter(w -> w.fields().containsKey(shown.name())
                        && isTelling(w.fields().get(shown.name())))
                .filter(w -> shown.is(w.fields().get(shown.name())))
                .findFirst();
    }

    /** The expectation that a value does not come from a request. */
    static String notSent(Write write) {
        return "not what " + name(write) + " sent: the field is read-only";
    }

    private static String name(Write write) {
        return write.exchange().sent().id();
    }
}
