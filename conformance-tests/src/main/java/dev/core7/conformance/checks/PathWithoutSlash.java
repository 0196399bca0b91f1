package dev.core7.conformance.checks;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.spi.Evidence;
import java.util.Set;

/**
 * The page writes each path without the slash at the end, too. A server that offers only paths with the slash is warned by
 * {@code other-form-same}; one that offers the others for most operations must offer them for all.
 */
@AutoService(Check.class)
public final class PathWithoutSlash implements Check {
    private static final Set<Integer> NOT_OFFERED = Set.of(404, 405);

    @Override
    public String id() {
        return "path-without-slash";
    }

    @Override
    public Level level() {
        return Level.MUST;
    }

    @Override
    public String clause(Case sent) {
        return "a server that offers paths without the slash at the end offers this one";
    }

    @Override
    public boolean concerns(Case sent) {
        return sent.purpose() instanceof Purpose.OtherForm other
                && other.form().equals(Purpose.OtherForm.NO_SLASH)
                && other.plain().isDocumented()
                && !sent.operation().success().isError();
    }

    @Override
    public boolean onlyWhereApplicable() {
        return true;
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        int status = exchange.response().status();
        var usual = evidence.twin(exchange.sent());
        if (usual.isEmpty() || !exchange.accepted() && !NOT_OFFERED.contains(status)) {
            return new Outcome.NotApplicable("status " + status + " does not say that the path does not exist");
        }
        if (exchange.accepted()) {
            return Outcome.passed();
        }
        var others = evidence.exchanges().stream()
                .filter(other -> concerns(other.sent()))
                .toList();
        long offered = others.stream()
                .filter(other -> OtherFormSame.isOffered(other, evidence))
                .count();
        return 2 * offered > others.size()
                ? Outcome.failed(
                        "status",
                        usual.get().response().status()
                                + ", because the page writes the path without the slash too, and " + offered + " of "
                                + others.size() + " operations accept theirs",
                        String.valueOf(status))
                : new Outcome.NotApplicable("the server does not offer paths without the slash: see other-form-same");
    }
}
