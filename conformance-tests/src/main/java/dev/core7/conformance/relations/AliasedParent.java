package dev.core7.conformance.relations;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Paths;
import dev.core7.conformance.result.Finding;
import dev.core7.conformance.spi.RetryDelay;
import dev.core7.conformance.target.Key;
import dev.core7.conformance.target.Keyring;
import dev.core7.conformance.view.Page;
import dev.core7.contract.Contract;
import dev.core7.contract.Link;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import dev.core7.contract.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Names the project of an object by another name that the server may offer ({@code x-alias}, such as {@code @current}): a key that
 * lacks a scope, or is limited to another project, has no more rights by this name. Only if a read with the same key shows that
 * the name leads to the object of the run, or to nothing, are writes sent.
 */
final class AliasedParent extends Relation {
    private static final String FOREIGN = "foreign-key";

    private final Operation creator;
    private final Operation reader;
    private final Parameter parent;
    private final String parameter;
    private final List<Operation> others;

    private AliasedParent(
            Operation creator,
            Operation reader,
            Parameter parent,
            String parameter,
            Contract contract,
            RetryDelay wait,
            List<String> dependsOn) {
        super("alias-" + creator.id().replace('_', '-'), wait, dependsOn);
        this.creator = creator;
        this.reader = reader;
        this.parent = parent;
        this.parameter = parameter;
        this.others = contract.operations().stream()
                .filter(o -> o.path().startsWith(reader.path())
                        && o.path().indexOf('{', reader.path().length()) < 0)
                .filter(o -> !o.success().isError())
                .toList();
    }

    /** One for each operation that creates objects which can be read, in a project that has another name. */
    static List<AliasedParent> of(Contract contract, RetryDelay wait, List<Relation> before) {
        var all = new ArrayList<AliasedParent>();
        for (Operation creator : contract.operations()) {
            var links = creator.success().links();
            var parent = creator.pathParameters().stream()
                    .filter(parameter -> parameter.schema().text("x-alias").isPresent())
                    .findFirst();
            if (creator.isSafe() || parent.isEmpty() || links.stream().noneMatch(Link::cleanup)) {
                continue;
            }
            links.stream()
                    .filter(link -> link.parameters().size() == 1)
                    .flatMap(link -> contract.operation(link.operationId()).stream()
                            .filter(Operation::isSafe)
                            .map(reader -> new AliasedParent(
                                    creator,
                                    reader,
                                    parent.get(),
                                    link.parameters().keySet().iterator().next(),
                                    contract,
                                    wait,
                                    Relations.creating(creator, before))))
                    .findFirst()
                    .ifPresent(all::add);
        }
        return all;
    }

    @Override
    public List<Operation> operations() {
        return Stream.concat(Stream.of(creator, reader), others.stream())
                .distinct()
                .toList();
    }

    @Override
    List<Statement> statements() {
        var statements = new ArrayList<Statement>();
        for (Operation operation : others) {
            operation.scopes().forEach(scope -> statements.add(withoutScope(operation, scope)));
            statements.add(foreign(operation));
        }
        return statements;
    }

    private static Statement withoutScope(Operation operation, String scope) {
        return on("lacks-" + scope, operation, Clause.ALIAS_NEEDS_SCOPE);
    }

    private static Statement foreign(Operation operation) {
        return on(FOREIGN, operation, Clause.ALIAS_OF_OTHER);
    }

    @Override
    void play(RelationExecution execution) throws StoppedException {
        String id = ObjectCreator.takeOrCreate(execution, creator, execution.mark(), 0);
        execution.spares().leave(creator.id(), id);
        var own = read("read", execution, id, execution.key(reader));
        if (!showsOwn(execution, own, id)) {
            throw StoppedException.notApplicable(
                    "the server does not offer this name, or it is that of another project:" + " status "
                            + own.response().status());
        }
        judgeScopes(execution, id);
        judgeForeignKey(execution, id);
    }

    private Exchange read(String step, RelationExecution execution, String id, Key key) throws StoppedException {
        return execution.get(step, reader, path(execution, reader, id), MediaType.JSON, key);
    }

    private String path(RelationExecution execution, Operation operation, String id) {
        String alias = parent.schema().text("x-alias").orElseThrow();
        String path = Paths.fill(operation.path(), Map.of(parent.name(), alias, parameter, id));
        return Paths.fill(path, execution.target().parameters());
    }

    private static boolean showsOwn(RelationExecution execution, Exchange read, String id) {
        return read.acceptedObject()
                .filter(object -> Page.id(object).equals(id))
                .filter(object -> read.response().text().contains(execution.runMark()))
                .isPresent();
    }

    private void judgeScopes(RelationExecution execution, String id) throws StoppedException {
        var keys = new Keyring(execution.target());
        var reaches = new HashMap<Key, Boolean>();
        for (Operation operation : others) {
            for (String scope : operation.scopes()) {
                var key = keys.lackingOnly(scope, operation);
                if (key.isEmpty()) {
                    continue;
                }
                var statement = withoutScope(operation, scope);
                if (!operation.isSafe() && !reaches.containsKey(key.get())) {
                    reaches.put(key.get(), showsOwn(execution, read("read", execution, id, key.get()), id));
                }
                if (!operation.isSafe() && !reaches.get(key.get())) {
                    execution.notApplicable(statement, "the key that lacks the scope cannot read the object either");
                    continue;
                }
                var exchange = execution.writeWithoutScope(
                        statement.step(),
                        operation,
                        path(execution, operation, id),
                        body(execution, operation),
                        scope,
                        key.get());
                execution.judge(statement, exchange, accepted(exchange, "a refusal, because the key lacks the scope"));
            }
        }
    }

    private void judgeForeignKey(RelationExecution execution, String id) throws StoppedException {
        var key = new Keyring(execution.target()).foreign(reader).stream().findFirst();
        if (key.isEmpty()) {
            return;
        }
        var read = read(FOREIGN, execution, id, key.get());
        var expected = "a refusal, because the key is limited to another project";
        execution.judge(foreign(reader), read, accepted(read, expected).filter(f -> showsOwn(execution, read, id)));
        if (read.response().status() / 100 != 4) {
            return;
        }
        for (Operation operation : others) {
            if (operation.equals(reader) || !key.get().holds(operation.scopes())) {
                continue;
            }
            String path = path(execution, operation, id);
            var exchange = execution.write(FOREIGN, operation, path, body(execution, operation), key.get());
            boolean isEmpty = operation.isSafe() && !exchange.showsItem();
            execution.judge(
                    foreign(operation), exchange, accepted(exchange, expected).filter(f -> !isEmpty));
        }
    }

    private static Optional<Finding> accepted(Exchange exchange, String expected) {
        return Optional.of(new Finding(
                        "status", expected, String.valueOf(exchange.response().status())))
                .filter(f -> exchange.accepted());
    }

    /** A body that the operation accepts: the mark of the run, or else ids of fixtures. */
    private static @Nullable Object body(RelationExecution execution, Operation operation) {
        if (operation.body().isEmpty()) {
            return null;
        }
        var texts = ObjectCreator.texts(operation, execution.mark());
        return texts.isEmpty() ? MemberFields.example(operation, execution) : texts;
    }
}
