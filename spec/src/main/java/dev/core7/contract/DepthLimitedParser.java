package dev.core7.contract;

import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.parser.Parser;

/**
 * A YAML parser that rejects deep nesting. The composer of nodes is recursive, so a few kilobytes of brackets would overflow the
 * stack before a check of the nodes could find them.
 */
final class DepthLimitedParser implements Parser {
    /** The maximum number of nested lists and mappings. */
    static final int MAX_DEPTH = 100;

    private final Parser inner;
    private final String source;
    private int depth;

    /** @param source the file name in error messages */
    DepthLimitedParser(Parser inner, String source) {
        this.inner = inner;
        this.source = source;
    }

    static InputException tooDeep(String source, int line) {
        return new InputException(source + ":" + line + ": nested deeper than " + MAX_DEPTH + " levels");
    }

    @Override
    public boolean checkEvent(Event.ID id) {
        return inner.checkEvent(id);
    }

    @Override
    public Event peekEvent() {
        return inner.peekEvent();
    }

    @Override
    public boolean hasNext() {
        return inner.hasNext();
    }

    @Override
    public Event next() {
        var event = inner.next();
        switch (event.getEventId()) {
            case SequenceStart, MappingStart -> depth++;
            case SequenceEnd, MappingEnd -> depth--;
            default -> {}
        }
        if (depth > MAX_DEPTH + 1) {
            throw tooDeep(source, event.getStartMark().map(Mark::getLine).orElse(0) + 1);
        }
        return event;
    }
}
