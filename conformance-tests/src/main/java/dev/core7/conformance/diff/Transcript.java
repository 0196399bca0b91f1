package dev.core7.conformance.diff;

import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.exchange.Response;
import dev.core7.conformance.exchange.Transport;
import dev.core7.conformance.recording.JsonFields;
import dev.core7.contract.InputException;
import dev.core7.contract.InputFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sends nothing: answers each request as the transcript of a run has it, each line once. */
final class Transcript implements Transport {
    /** What is to be said of a request that has no line. */
    static final String NO_LINE = "the transcript has no answer to this request";

    private static final String NAME = "transcript.ndjson";

    /** A request as a line tells it; {@code key} is a name. */
    private record Asked(String method, String path, String key, Map<String, String> headers, String body) {}

    /** One line: what the request was answered, or why it got no response. */
    private record Line(int number, Asked asked, Optional<Response> response, Optional<NoAnswerException> problem) {}

    private final Map<Asked, Deque<Line>> open = new HashMap<>();
    private final int size;

    private Transcript(List<Line> lines) {
        this.size = lines.size();
        lines.forEach(line ->
                open.computeIfAbsent(line.asked(), asked -> new ArrayDeque<>()).add(line));
    }

    /**
     * Reads the transcript of a run.
     *
     * @param folder where its reports stand
     * @throws InputException where it is missing, has a line that is none, or a body that was cut
     */
    static Transcript read(Path folder) {
        var file = folder.resolve(NAME);
        var lines = new ArrayList<Line>();
        try {
            for (String text : (Iterable<String>)
                    InputFile.text(file, InputFile.GENERATED_LIMIT).lines()::iterator) {
                lines.add(line(text, lines.size() + 1, file));
            }
        } catch (IOException e) {
            throw new InputException(
                    file + ": cannot be read: give the folder of a run, with its report.json and transcript", e);
        }
        return new Transcript(lines);
    }

    private static Line line(String text, int number, Path file) {
        var json = JsonFields.parse(text, file + ":" + number, "no exchange as kit check writes it");
        var request = json.below("request");
        var asked = new Asked(
                request.text("method"),
                request.text("path"),
                request.text("key"),
                request.below("headers").allTexts(),
                request.text("body"));
        return json.has("noResponse")
                ? new Line(number, asked, Optional.empty(), Optional.of(noResponse(json.below("noResponse"))))
                : new Line(number, asked, Optional.of(response(json.below("response"))), Optional.empty());
    }

    private static NoAnswerException noResponse(JsonFields json) {
        return new NoAnswerException(json.text("problem"), json.flag("unreachable"));
    }

    private static Response response(JsonFields json) {
        if (json.flag("cut") && !json.flag("endless")) {
            throw json.problem("body", "was cut, so that what rests on it cannot be judged again");
        }
        byte[] body = json.text("encoding").equals("base64")
                ? json.parsed("body", Base64.getDecoder()::decode)
                : json.text("body").getBytes(StandardCharsets.UTF_8);
        var took = Duration.ofMillis(json.decimal("seconds").movePointRight(3).longValue());
        return new Response(json.number("status"), json.below("headers").allLists(), body, json.flag("endless"), took);
    }

    @Override
    public synchronized Response send(Request request) throws NoAnswerException {
        var key = Optional.ofNullable(request.key()).map(Object::toString).orElse("");
        var body = Optional.ofNullable(request.body()).orElse("");
        var lines = open.get(new Asked(request.method(), request.path(), key, Map.copyOf(request.headers()), body));
        if (lines == null || lines.isEmpty()) {
            throw new NotSentException(NO_LINE);
        }
        var line = lines.remove();
        if (line.problem().isPresent()) {
            throw line.problem().get();
        }
        return line.response().orElseThrow();
    }

    /** How many lines it has. */
    int size() {
        return size;
    }

    /** The lines that were not asked for, each with its number and request. */
    List<String> notAskedFor() {
        return open.values().stream()
                .flatMap(Deque::stream)
                .sorted(Comparator.comparing(Line::number))
                .map(line -> NAME + ":" + line.number() + ": " + line.asked().method() + " "
                        + line.asked().path())
                .toList();
    }
}
