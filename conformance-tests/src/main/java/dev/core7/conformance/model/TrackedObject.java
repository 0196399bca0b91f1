package dev.core7.conformance.model;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.contract.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An object that the run created, or that was lent to it and that it wrote to. */
final class TrackedObject {
    private final ObjectType type;
    private final String address;
    private final Optional<Exchange> created;
    private final Span since;
    private final Map<String, FieldHistory> fields = new LinkedHashMap<>();
    private final List<Write> writes = new ArrayList<>();
    private final List<Write> refused = new ArrayList<>();
    private boolean ambiguous;

    /** An object that {@code create} made. */
    static TrackedObject created(Write create) {
        return new TrackedObject(create.type(), create.address(), Optional.of(create.exchange()), create.span());
    }

    /** An object that was there before the run. */
    static TrackedObject lent(Write firstWrite) {
        return new TrackedObject(firstWrite.type(), firstWrite.address(), Optional.empty(), Span.BEFORE_ALL);
    }

    private TrackedObject(ObjectType type, String address, Optional<Exchange> created, Span since) {
        this.type = type;
        this.address = address;
        this.created = created;
        this.since = since;
        type.shown().properties().keySet().forEach(name -> {
            var history = new FieldHistory();
            history.add(Claim.unknown(since.justBefore()));
            fields.put(name, history);
        });
    }

    ObjectType type() {
        return type;
    }

    String address() {
        return address;
    }

    /** The exchange that created it; empty: it was lent. */
    Optional<Exchange> created() {
        return created;
    }

    /** Since when it is there. */
    Span since() {
        return since;
    }

    /** The history of a field that responses show. */
    FieldHistory history(String field) {
        return fields.getOrDefault(field, new FieldHistory());
    }

    /** The writes that changed it or may have, oldest first. */
    List<Write> writes() {
        return writes;
    }

    /** The writes that were refused. */
    List<Write> refused() {
        return refused;
    }

    /** Whether nothing can be said of it: its id was given out twice, or it was removed for good. */
    boolean isAmbiguous() {
        return ambiguous || writes.stream().anyMatch(Write::removes);
    }

    void makeAmbiguous() {
        ambiguous = true;
    }

    /** The writes that may have taken effect after {@code since} and before {@code moment}. */
    List<Write> writesBetween(Span since, Span moment) {
        return writes.stream()
                .filter(w -> since.isBefore(w.span()) && w.span().from() <= moment.to())
                .toList();
    }

    /** The writes that may have taken effect before the end of {@code moment}. */
    List<Write> writesBefore(Span moment) {
        return writes.stream().filter(w -> w.span().from() <= moment.to()).toList();
    }

    /** Whether a flag is certainly true, or certainly false; empty: unknown. */
    Optional<Boolean> flag(String name, Span moment) {
        return history(name)
                .known(moment, Optional.ofNullable(type.shown().properties().get(name)))
                .map(claim -> Boolean.TRUE.equals(claim.value()));
    }

    /** Notes what a write made of the fields. */
    void apply(Write write) {
        if (write.refused()) {
            refused.add(write);
            return;
        }
        writes.add(write);
        type.shown().properties().forEach((name, schema) -> {
            if (FieldRules.changesUnless(schema).isPresent()) {
                history(name).add(Claim.unknown(write.span()));
            }
        });
        if (write.isAboutFields()) {
            type.shown().properties().forEach((name, schema) -> claim(write, name, schema));
        }
    }

    private void claim(Write write, String name, Schema shown) {
        var requested = write.requestFields().get(name);
        boolean named = write.fields().containsKey(name) && requested != null;
        boolean follows = !named && FieldRules.changesWith(shown, write.fields().keySet());
        if (write.opaque() || follows || named && !write.isJudged(name, requested)) {
            history(name).add(claim(write, Claim.Kind.UNKNOWN, null, true));
        } else if (named) {
            boolean certain = write.accepted() && !FieldRules.mayBeIgnored(requested);
            if (certain || !write.creates()) {
                history(name)
                        .add(claim(write, Claim.Kind.WRITTEN, write.fields().get(name), certain));
            }
        }
    }

    /** A write that was not answered may take effect at any time. */
    private static Claim claim(Write write, Claim.Kind kind, @Nullable Object value, boolean certain) {
        var span = write.isUnanswered() ? new Span(write.span().from(), Long.MAX_VALUE) : write.span();
        return new Claim(kind, value, span, certain && !write.isUnanswered(), Optional.of(write.exchange()));
    }
}
