package dev.core7.examples.vendor.api;

import dev.core7.server.model.CohortPerson;
import dev.core7.server.model.CohortPersons;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;

/** Writes the persons of a cohort as CSV (RFC 4180) with a header line. */
@Component
class CohortPersonsCsv extends AbstractHttpMessageConverter<CohortPersons> {
    CohortPersonsCsv() {
        super(StandardCharsets.UTF_8, new MediaType("text", "csv"));
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type == CohortPersons.class;
    }

    @Override
    public boolean canRead(Class<?> type, MediaType mediaType) {
        return false;
    }

    @Override
    protected CohortPersons readInternal(Class<? extends CohortPersons> type, HttpInputMessage input) {
        throw new HttpMessageNotReadableException("CSV is only written", input);
    }

    @Override
    protected void writeInternal(CohortPersons persons, HttpOutputMessage output) throws IOException {
        var lines = Stream.concat(
                Stream.of("id,email,name,created_at,distinct_ids"),
                persons.getResults().stream().map(CohortPersonsCsv::line));
        output.getBody()
                .write(lines.map(line -> line + "\r\n")
                        .collect(Collectors.joining())
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static String line(CohortPerson person) {
        var email = ((Map<?, ?>) person.getProperties()).get("email");
        return Stream.of(
                        person.getId(),
                        Objects.toString(email, ""),
                        person.getName(),
                        createdAt(person),
                        String.join(" ", person.getDistinctIds()))
                .map(CohortPersonsCsv::quoted)
                .collect(Collectors.joining(","));
    }

    private static String createdAt(CohortPerson person) {
        var at = person.getCreatedAt().orElse(null);
        return at == null ? "" : at.toInstant().toString();
    }

    private static String quoted(String value) {
        return value.matches("(?s).*[\",\r\n].*") ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}
