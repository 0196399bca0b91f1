package dev.core7.conformance.relations;

import dev.core7.contract.Contract;
import dev.core7.contract.Link;
import dev.core7.contract.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The list that a walk reads.
 *
 * @param path the path parameters that the target file does not contain
 * @param query the query parameters of every request
 * @param own the ids of the items that the run created or added
 * @param texts their texts, if a search can find them
 */
record ListUnderTest(Map<String, String> path, Map<String, String> query, List<String> own, List<String> texts) {
    /** The names of the special characters in {@link #SPECIAL}. */
    static final List<String> CHARACTERS = List.of("percent", "underscore", "quote", "apostrophe", "backslash");

    /** Those that put words together in many searches (also in Django's), so that the search may show more items. */
    static final Set<String> QUOTES = Set.of("quote", "apostrophe");

    /** In the text that is searched on every page: a link must encode the space and the ampersand. */
    private static final String RESERVED = " &b";

    /** Each contains a character with a special meaning in some query language. */
    private static final List<String> SPECIAL = List.of("-a%z", "-a_z", "-a\"z", "-a'z", "-a\\z");

    private static final int MIN_MEMBERS = 2;
    private static final int MAX_MEMBERS = 3;

    /** The query with further parameters. */
    Map<String, String> with(Map<String, String> more) {
        var all = new LinkedHashMap<>(query);
        all.putAll(more);
        return all;
    }

    /** Whether only the run changes the list: it is a search for the mark, or belongs to an object of the run. */
    boolean isOfThisRunOnly() {
        return !query.isEmpty() || !path.isEmpty();
    }

    /** Creates such a list. */
    interface Source {
        /** The operations that it calls. */
        List<Operation> operations();

        /** The operation that creates its objects. */
        Operation creator();

        ListUnderTest create(RelationExecution execution) throws StoppedException;
    }

    /** How the run can create or add items of a list; empty if the contract has no operation for it. */
    static Optional<Source> source(ListOperation list, Contract contract) {
        return list.creator(contract)
                .<Source>map(creator -> new Created(list, creator, contract))
                .or(() -> members(list, contract).map(Source.class::cast));
    }

    static Optional<Members> members(ListOperation list, Contract contract) {
        for (Operation creator : contract.operations()) {
            var link = creator.success().links().stream()
                    .filter(l -> !creator.isSafe()
                            && l.operationId().equals(list.operation().id()))
                    .findFirst();
            if (link.isPresent() && !ObjectCreator.markedFields(creator).isEmpty()) {
                String parameter = link.get().parameters().keySet().iterator().next();
                return Members.adder(list, parameter, contract).map(adder -> new Members(creator, adder, parameter));
            }
        }
        return Optional.empty();
    }

    /** Creates the items. If there is a search, the list is a search for the mark. */
    private record Created(ListOperation list, Operation creator, Contract contract) implements Source {
        @Override
        public List<Operation> operations() {
            return List.of(creator, contract.operation(cleanup().operationId()).orElseThrow());
        }

        private Link cleanup() {
            return creator.success().links().stream()
                    .filter(Link::cleanup)
                    .findFirst()
                    .orElseThrow();
        }

        /** An object of the list. Only a new one is found by a search for the mark. */
        private String item(RelationExecution execution, String text, int number) throws StoppedException {
            return list.search("part").isPresent()
                    ? ObjectCreator.create(execution, creator, text, number)
                    : ObjectCreator.takeOrCreate(execution, creator, text, number);
        }

        /** Removes one more object, so that a list or count that still contains it is noticed. */
        private void remove(RelationExecution execution) throws StoppedException {
            String id = item(execution, searched(execution) + "-removed", 0);
            var remove = contract.operation(cleanup().operationId()).orElseThrow();
            var path = cleanup().parameters().keySet().stream().collect(Collectors.toMap(name -> name, name -> id));
            execution.remove("remove", remove, path, cleanup().requestBody());
        }

        private static String searched(RelationExecution execution) {
            return execution.mark() + RESERVED;
        }

        @Override
        public ListUnderTest create(RelationExecution execution) throws StoppedException {
            var search = list.search("part");
            var texts = (search.isPresent() ? SPECIAL : SPECIAL.subList(0, 3))
                    .stream().map(special -> searched(execution) + special).toList();
            var own = new ArrayList<String>();
            remove(execution);
            for (String text : texts) {
                own.add(item(execution, text, own.size()));
            }
            own.forEach(id -> execution.spares().leave(creator.id(), id));
            var query = search.map(name -> Map.of(name, searched(execution))).orElse(Map.of());
            return new ListUnderTest(Map.of(), query, own, search.isPresent() ? texts : List.of());
        }
    }

    /** Creates an object, and adds fixtures to it. */
    record Members(Operation creator, Operation adder, String parameter) implements Source {
        static Optional<Operation> adder(ListOperation list, String parameter, Contract contract) {
            var path = list.operation().path();
            String object = path.substring(0, path.indexOf("{" + parameter + "}"));
            return contract.operations().stream()
                    .filter(operation -> !operation.isSafe() && operation.path().startsWith(object))
                    .filter(operation -> field(operation)
                            .filter(field -> path.endsWith("/" + fixture(operation, field) + "/"))
                            .isPresent())
                    .findFirst();
        }

        /** The operations that read an object whose members a list shows, in the order of the links. */
        Stream<Operation> readers(ListOperation list, Contract contract) {
            return creator.success().links().stream()
                    .flatMap(link -> contract.operation(link.operationId()).stream())
                    .filter(operation -> operation.isSafe()
                            && list.operation().path().startsWith(operation.path())
                            && !operation.equals(list.operation()));
        }

        /** The field of a request that adds members. */
        String field() {
            return field(adder).orElseThrow();
        }

        /** The name of the fixtures that can be members. */
        String fixture() {
            return fixture(adder, field());
        }

        /** The field of a request with several fixtures. */
        private static Optional<String> field(Operation operation) {
            return operation.body().stream()
                    .flatMap(body -> body.schema().properties().entrySet().stream())
                    .filter(field -> field.getValue()
                            .items()
                            .flatMap(items -> items.text("x-fixture"))
                            .isPresent())
                    .map(Map.Entry::getKey)
                    .findFirst();
        }

        private static String fixture(Operation operation, String field) {
            var items = operation
                    .body()
                    .orElseThrow()
                    .schema()
                    .properties()
                    .get(field)
                    .items();
            return items.flatMap(schema -> schema.text("x-fixture")).orElseThrow();
        }

        @Override
        public List<Operation> operations() {
            return List.of(creator, adder);
        }

        @Override
        public ListUnderTest create(RelationExecution execution) throws StoppedException {
            String field = field();
            String fixture = fixture();
            var own = execution.fixtures(fixture).stream().limit(MAX_MEMBERS).toList();
            if (own.size() < MIN_MEMBERS) {
                throw StoppedException.notApplicable("the list needs two items: add " + MIN_MEMBERS
                        + " ids under fixtures." + fixture + " in the target file");
            }
            String id = ObjectCreator.takeOrCreate(execution, creator, execution.mark(), 0);
            var path = Map.of(parameter, id);
            var exchange = execution.write("add", adder, path, Map.of(field, own));
            if (!exchange.accepted()) {
                throw StoppedException.notApplicable(
                        adder.id() + " returned status " + exchange.response().status() + ": see status-code");
            }
            return new ListUnderTest(path, Map.of(), own, List.of());
        }
    }
}
