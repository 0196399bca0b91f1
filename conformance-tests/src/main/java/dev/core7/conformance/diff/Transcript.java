package dev.core7.conformance.diff;

import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.exchange.Response;
import dev.core7.conformance.exchange.Transport;
import dev.core7.conformance.recording.JsonFields;
import dev.core7.conformance.recording.RecordedExchange;
import dev.core7.conformance.recording.RecordedExchange.NoResponse;
import dev.core7.conformance.recording.RecordedExchange.RecordedRequest;
import dev.core7.contract.InputException;
import dev.core7.contract.InputFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Replays the transcript of a run: returns the recorded response to each request, and uses each line once. */
final class Transcript implements Transport {
    /** The problem of a request that the transcript does not contain. */
    static final String NO_LINE = "the transcript does not contain this request";

    private static final String NAME = "transcript.ndjson";

    private record Line(int number, RecordedExchange exchange) {}

    private final Map<RecordedRequest, Deque<Line>> unused = new HashMap<>();
    private final int size;

    private Transcript(List<Line> lines) {
        this.size = lines.size();
        lines.forEach(line -> unused.computeIfAbsent(line.exchange().request(), request -> new ArrayDeque<>())
                .add(line));
    }

    /**
     * Reads the transcript of a run.
     *
     * @param folder the folder with the reports of the run
     * @throws InputException if the file is missing, a line is invalid, or a body is incomplete
     */
    static Transcript read(Path folder) {
        var file = folder.resolve(NAME);
        var lines = new ArrayList<Line>();
        try {
            for (String text : (Iterable<String>)
                    InputFile.text(file, InputFile.GENERATED_LIMIT).lines()::iterator) {
                int number = lines.size() + 1;
                var json = JsonFields.parse(text, file + ":" + number, "not an exchange written by kit check");
                lines.add(new Line(number, RecordedExchange.of(json)));
            }
        } catch (IOException e) {
            throw new InputException(
                    file + ": cannot be read: give the folder of a run that contains report.json and " + NAME, e);
        }
        return new Transcript(lines);
    }

    @Override
    public synchronized Response send(Request request) throws NoAnswerException {
        var lines = unused.get(RecordedRequest.of(request));
        if (lines == null || lines.isEmpty()) {
            throw new NotSentException(NO_LINE);
        }
        var exchange = lines.remove().exchange();
        if (exchange.noResponse().isPresent()) {
            NoResponse noResponse = exchange.noResponse().get();
            throw new NoAnswerException(noResponse.problem(), noResponse.unreachable());
        }
        return exchange.response().orElseThrow();
    }

    /** Returns the number of lines. */
    int size() {
        return size;
    }

    /** Returns the lines that no request has used, each as its number and request. */
    List<String> unusedLines() {
        return unused.values().stream()
                .flatMap(Deque::stream)
                .sorted(Comparator.comparing(Line::number))
                .map(line -> NAME + ":" + line.number() + ": "
                        + line.exchange().request().method() + " "
                        + line.exchange().request().path())
                .toList();
    }
}
