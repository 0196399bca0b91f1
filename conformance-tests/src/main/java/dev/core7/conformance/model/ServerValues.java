package dev.core7.conformance.model;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Paths;
import dev.core7.conformance.result.Finding;
import dev.core7.conformance.target.Key;
import dev.core7.contract.JsonValues;
import dev.core7.contract.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Times and creators that the server sets ({@code x-set-by-server}) fit the run, by the server's own {@code Date}. */
final class ServerValues {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    /** A clock may be wrong or show another time zone, but not another day. */
    private static final Duration CONTRADICTION = Duration.ofHours(24);

    /** Servers may round times to seconds. */
    private static final Duration ROUNDING = Duration.ofSeconds(1);

    private static final Duration NOTICEABLE = Duration.ofSeconds(2);
    private static final int NANOS_OF_A_MILLISECOND = 1_000_000;

    private final Clock clock;
    private final Rulings rulings;
    private final SharedTimes sharedTimes;
    private final Set<String> told = new HashSet<>();
    private final Map<String, @Nullable Object> creators = new HashMap<>();
    private final Map<String, Change> changes = new HashMap<>();

    /** When an object said that it was changed last, and when it said so. */
    private record Change(Instant time, Span shown) {}

    ServerValues(Clock clock, Rulings rulings) {
        this.clock = clock;
        this.rulings = rulings;
        this.sharedTimes = new SharedTimes(clock);
    }

    void judge(Sighting sighting) {
        var created = sighting.object().created();
        if (created.isEmpty()) {
            return;
        }
        sighting.object().type().shown().properties().forEach((name, schema) -> {
            String setByServer = FieldRules.setByServer(schema);
            if (setByServer.isEmpty() || !sighting.shows(name)) {
                return;
            }
            rulings.judged(sighting.exchange(), Law.SERVER_VALUES_CONSISTENT, Law.SERVER_VALUES_PLAUSIBLE);
            if (setByServer.equals(FieldRules.LATER)) {
                Sameness.moment(sighting.value(name)).ifPresent(time -> later(sighting, name, time));
            } else if (sighting.value(name) == null) {
                contradiction(sighting, name, "a value: the run itself created the object");
            } else if (setByServer.equals(FieldRules.CREATOR)) {
                creator(sighting, name, schema, created.get());
            } else {
                Sameness.moment(sighting.value(name)).ifPresent(time -> {
                    within(
                            sighting,
                            name,
                            time,
                            SharedTimes.date(created.get()),
                            SharedTimes.date(sighting.exchange()));
                    shared(sighting, name, setByServer, time);
                    if (setByServer.equals(FieldRules.CHANGE)) {
                        change(sighting, name, time);
                    }
                });
            }
        });
    }

    private void creator(Sighting sighting, String name, Schema schema, Exchange created) {
        String key = Optional.ofNullable(created.request().key()).map(Key::name).orElse("");
        @Nullable
        Object known = creators.putIfAbsent(sighting.object().type().creator().id() + key, sighting.value(name));
        var user = Optional.ofNullable(created.request().key()).flatMap(Key::user);
        if (user.filter(u -> isOther(u, sighting.value(name))).isPresent()) {
            contradiction(sighting, name, "the user " + user.get() + " of the key " + key);
        } else if (known != null && !Sameness.of(known, sighting.value(name), Optional.of(schema))) {
            implausible(
                    sighting, name, JsonValues.describe(known) + ", who also created what the same key created before");
        }
    }

    /** Whether a creator is certainly not the user with that id, UUID or email address. */
    private static boolean isOther(String user, @Nullable Object creator) {
        var names = creator instanceof Map<?, ?> map
                ? Stream.of("id", "uuid", "email").map(name -> (@Nullable Object) map.get(name))
                : Stream.of(creator);
        var known = names.flatMap(value -> Paths.id(value).stream()).toList();
        return !known.isEmpty() && known.stream().noneMatch(user::equalsIgnoreCase);
    }

    /** Judges the response to the write that set the time: a create, or for the time of the last change also an update. */
    private void shared(Sighting sighting, String name, String setByServer, Instant time) {
        sighting.write()
                .filter(write -> write.accepted()
                        && (write.creates()
                                || setByServer.equals(FieldRules.CHANGE) && changed(sighting.object(), write)))
                .flatMap(write -> sharedTimes.sharedWith(write, name, time))
                .ifPresent(first -> contradiction(
                        sighting,
                        name,
                        "another time than " + first.sent().id() + " was given, which was sent earlier"));
    }

    private void within(Sighting sighting, String name, Instant time, Optional<Instant> first, Optional<Instant> last) {
        if (first.filter(date -> time.isBefore(date.minus(TOLERANCE))).isPresent()) {
            broken(
                    law(first.get(), time),
                    sighting,
                    name,
                    "at the earliest " + first.get() + " (the server's own Date at the creation)");
        } else if (last.filter(date -> time.isAfter(date.plus(TOLERANCE))).isPresent()) {
            broken(law(last.get(), time), sighting, name, "at the latest " + last.get() + " (the server's own Date)");
        }
    }

    private static Law law(Instant date, Instant time) {
        boolean contradicts = Duration.between(date, time).abs().compareTo(CONTRADICTION) > 0;
        return contradicts ? Law.SERVER_VALUES_CONSISTENT : Law.SERVER_VALUES_PLAUSIBLE;
    }

    /** Something that happened to the object after its creation, perhaps on a machine with another clock. */
    private void later(Sighting sighting, String name, Instant time) {
        notBeforeCreation(sighting, name, time, TOLERANCE);
    }

    private void notBeforeCreation(Sighting sighting, String name, Instant time, Duration tolerance) {
        sighting.object().type().shown().properties().forEach((other, schema) -> {
            if (FieldRules.setByServer(schema).equals(FieldRules.CREATION)) {
                Sameness.moment(sighting.value(other))
                        .filter(creation -> time.isBefore(creation.minus(tolerance)))
                        .ifPresent(creation -> contradiction(sighting, name, "not before " + other + ", " + creation));
            }
        });
    }

    private void change(Sighting sighting, String name, Instant time) {
        notBeforeCreation(sighting, name, time, ROUNDING);
        var before = changes.get(sighting.object().address());
        if (before == null || !before.shown().isBefore(sighting.moment())) {
            changes.putIfAbsent(sighting.object().address(), new Change(time, sighting.moment()));
            return;
        }
        if (time.isBefore(before.time().minus(ROUNDING))) {
            implausible(sighting, name, "not before " + before.time() + ", which it was before");
        } else if (time.equals(before.time()) && isStale(sighting, before)) {
            implausible(sighting, name, "later than " + before.time() + ": the object was changed since");
        }
        changes.put(sighting.object().address(), new Change(time, sighting.moment()));
    }

    /** Whether the object was certainly changed after it showed that time, and later than its times can tell apart. */
    private boolean isStale(Sighting sighting, Change before) {
        return sighting.object().writesBetween(before.shown(), sighting.moment()).stream()
                .filter(w -> w.accepted() && w.span().to() <= sighting.moment().from())
                .filter(w -> before.time().getNano() % NANOS_OF_A_MILLISECOND != 0
                        || clock.isLaterBy(NOTICEABLE, before.shown(), w.span()))
                .anyMatch(w -> changed(sighting.object(), w));
    }

    private static boolean changed(TrackedObject object, Write write) {
        var before = write.span().justBefore();
        return write.isAboutFields()
                && !write.opaque()
                && write.requestFields().entrySet().stream()
                        .filter(f -> write.fields().containsKey(f.getKey()) && write.isJudged(f.getKey(), f.getValue()))
                        .filter(f -> !FieldRules.mayBeIgnored(f.getValue()))
                        .anyMatch(f -> object.history(f.getKey())
                                .known(before, Optional.of(f.getValue()))
                                .filter(c -> !Sameness.of(
                                        c.value(), write.fields().get(f.getKey()), Optional.of(f.getValue())))
                                .isPresent());
    }

    private void contradiction(Sighting sighting, String name, String expected) {
        broken(Law.SERVER_VALUES_CONSISTENT, sighting, name, expected);
    }

    private void implausible(Sighting sighting, String name, String expected) {
        broken(Law.SERVER_VALUES_PLAUSIBLE, sighting, name, expected);
    }

    /** The same field of the same object is told once. */
    private void broken(Law law, Sighting sighting, String name, String expected) {
        if (told.add(law + " " + sighting.object().address() + " " + name)) {
            rulings.broken(
                    sighting.exchange(),
                    law,
                    new Finding(sighting.where(name), expected, JsonValues.describe(sighting.value(name))));
        }
    }
}
