package dev.core7.conformance.plan;

import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.run.Runner;
import dev.core7.conformance.selection.Selection;
import dev.core7.conformance.spi.Behaviour;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import java.util.List;

/** Lists operations with their cases, checks, and flows with their steps and clauses. */
public final class Listing {
    /** The outcome of all results, because nothing is run. */
    private static final Outcome LISTED = new Outcome.Excluded("only listed");

    private final Contract contract;
    private final List<Case> cases;
    private final List<Behaviour> behaviours;

    /** Lists what a run against {@code target} would judge. */
    public Listing(Contract contract, Target target, List<Behaviour> behaviours) {
        this.contract = contract;
        this.cases = new Runner(contract, target, new ContractTransport(contract, target), Selection.ALL).cases();
        this.behaviours = behaviours;
    }

    /** Returns each operation with its scopes and the names of its cases. */
    public String operations() {
        var text = new StringBuilder();
        for (Operation operation : contract.operations()) {
            text.append(operation.id())
                    .append("  ")
                    .append(operation.method())
                    .append(' ')
                    .append(operation.path());
            text.append("  ").append(String.join(" and ", operation.scopes())).append('\n');
            cases.stream()
                    .filter(each -> each.operation().equals(operation))
                    .forEach(each -> text.append("  ").append(each.name()).append('\n'));
        }
        return text.toString();
    }

    /** Returns each check with its level, and its clause for the first case that it judges. */
    public String checks() {
        var text = new StringBuilder();
        for (Check check : Runner.checks()) {
            var clause =
                    cases.stream().filter(check::concerns).map(check::clause).findFirst();
            text.append(line("", check.id(), check.level().name(), clause.orElse("judges no case of this target")));
        }
        return text.toString();
    }

    /** Returns each flow with its steps and their clauses. */
    public String flows() {
        var text = new StringBuilder();
        for (Behaviour behaviour : behaviours) {
            text.append(behaviour.id()).append('\n');
            var step = "";
            for (var result : behaviour.unplayed(LISTED)) {
                if (!result.sent().id().equals(step)) {
                    step = result.sent().id();
                    text.append("  ").append(step).append('\n');
                }
                text.append(line("    ", result.check(), result.level().name(), result.clause()));
            }
        }
        return text.toString();
    }

    private static String line(String indent, String id, String level, String clause) {
        return String.format("%s%-28s %-6s  %s%n", indent, id, level, clause);
    }
}
