package dev.core7.conformance.checks;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.spi.Evidence;

/**
 * The request lines of the page have no slash at the end, its example requests have one. A server may offer only one of the two
 * paths ({@code other-form-same} warns), but neither may make it fail.
 */
@AutoService(Check.class)
public final class NoSlashServerError implements Check {
    @Override
    public String id() {
        return "no-slash-server-error";
    }

    @Override
    public Level level() {
        return Level.MUST;
    }

    @Override
    public String clause(Case sent) {
        return "the path without the slash at the end, as the page writes it, gets no server error";
    }

    @Override
    public boolean concerns(Case sent) {
        return sent.purpose() instanceof Purpose.OtherForm other
                && other.form().equals(Purpose.OtherForm.NO_SLASH)
                && other.plain().isDocumented();
    }

    @Override
    public boolean onlyWhereApplicable() {
        return true;
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        int status = exchange.response().status();
        var usual = evidence.twin(exchange.sent());
        if (usual.isEmpty()) {
            return new Outcome.NotApplicable("the usual form was not accepted");
        }
        return status / 100 == 5
                ? Outcome.failed(
                        "status",
                        usual.get().response().status()
                                + ", as with the slash at the end; the page writes the path both ways",
                        String.valueOf(status))
                : Outcome.passed();
    }
}
