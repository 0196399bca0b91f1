package dev.core7.conformance.access;

import com.google.auto.service.AutoService;
import dev.core7.conformance.checks.Bodies;
import dev.core7.conformance.checks.StatusCode;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.spi.Evidence;
import dev.core7.conformance.spi.RefusalHints;
import dev.core7.conformance.target.Key;
import dev.core7.conformance.target.Keyring;

/** The documented scopes are sufficient: a key that holds them, and no other scopes of the same objects, is accepted. */
@AutoService(Check.class)
public final class ScopeSufficient implements Check {
    @Override
    public String id() {
        return "scope-sufficient";
    }

    @Override
    public Level level() {
        return Level.MUST;
    }

    @Override
    public String clause(Case sent) {
        return "a key with " + String.join(" and ", sent.operation().scopes()) + " is accepted";
    }

    @Override
    public boolean concerns(Case sent) {
        return sent.purpose() instanceof Purpose.Documented;
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        Key key = exchange.sent().key();
        var needed = exchange.sent().operation().scopes();
        if (key == null || !Keyring.proves(key, needed)) {
            return new Outcome.NotProven("the key " + key + " holds more than " + String.join(" and ", needed)
                    + ": add a key with only the documented scopes to keys in the target file");
        }
        var right = RefusalHints.ofMissingRight(exchange);
        if (right.isPresent()) {
            return right.get();
        }
        if (StatusCode.isKeyRefused(exchange)) {
            return Outcome.failed(
                    "status",
                    exchange.sent().operation().success().status() + ", because the key " + key + " holds "
                            + String.join(" and ", needed),
                    exchange.response().status() + " " + Bodies.excerpt(exchange.response()));
        }
        return exchange.accepted()
                ? Outcome.passed()
                : new Outcome.NotApplicable("status " + exchange.response().status() + " is not a refusal of the key");
    }
}
