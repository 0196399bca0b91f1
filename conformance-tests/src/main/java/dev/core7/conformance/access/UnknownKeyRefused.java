package dev.core7.conformance.access;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.spi.Evidence;

/** A key that the server did not issue is refused. */
@AutoService(Check.class)
public final class UnknownKeyRefused implements Check {
    @Override
    public String id() {
        return "unknown-key-refused";
    }

    @Override
    public Level level() {
        return Level.MUST;
    }

    @Override
    public String clause(Case sent) {
        return isRevoked(sent) ? "a revoked key is refused" : "a key that the server did not issue is refused";
    }

    private static boolean isRevoked(Case sent) {
        return sent.key() != null && sent.key().revoked();
    }

    @Override
    public boolean concerns(Case sent) {
        return sent.purpose() instanceof Purpose.UnknownKey;
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        return Refusals.judge(
                exchange,
                evidence,
                isRevoked(exchange.sent())
                        ? "a refusal, because this key is revoked"
                        : "a refusal, because the server did not issue this key");
    }
}
