package dev.core7.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.Targets;
import dev.core7.conformance.run.Reporter;
import dev.core7.contract.Json;
import dev.core7.contract.JsonPointer;
import dev.core7.contract.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class ReportersTest {
    /** As a file has it: UTF-8, half a surrogate pair replaced. */
    private static String written(Reporter reporter, boolean strict) throws IOException {
        var out = new StringWriter();
        reporter.write(Reports.everyOutcome(strict), out);
        assertThat(out.toString()).doesNotContain(Targets.SECRET);
        return utf8(out.toString());
    }

    private static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = ReportersTest.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    private static String golden(String name) throws IOException {
        return new String(resource(name), StandardCharsets.UTF_8);
    }

    @Test
    void json_is_the_golden_file_and_fits_its_schema() throws IOException, Json.NotJsonException {
        var json = written(new JsonReporter(), false);
        var schema = Schema.document(Objects.requireNonNull(Json.parse(resource("report.schema.json"))));
        assertThat(schema.violations(Json.parse(json))).isEmpty();
        var build = Certificate.ofThisBuild();
        var stable = json.replace(build.sha256(), "DIGEST")
                .replaceFirst("\"mutants\" : \\d+", "\"mutants\" : 0")
                .replaceFirst("\"killed\" : \\d+", "\"killed\" : 0");
        assertThat(stable).isEqualTo(golden("golden.json"));
    }

    @Test
    void the_schema_describes_every_field_that_is_written() throws IOException, Json.NotJsonException {
        var schema = Json.parse(resource("report.schema.json"));
        var report = Json.parse(written(new JsonReporter(), false));
        for (String place : new String[] {"", "/contract", "/target"}) {
            var described = JsonPointer.find(schema, place.replace("/", "/properties/") + "/properties");
            assertThat(((Map<?, ?>) JsonPointer.find(report, place)).keySet())
                    .isEqualTo(((Map<?, ?>) described).keySet());
        }
        var described = (Map<?, ?>) JsonPointer.find(schema, "/$defs/result/properties");
        assertThat(((Map<?, ?>) JsonPointer.find(report, "/results/0")).keySet())
                .isEqualTo(described.keySet());
    }

    private static Document parse(String xml) throws IOException {
        try {
            var parser = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
            return parser.parse(new InputSource(new StringReader(xml)));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"false, 1, 1, 6", "true, 2, 2, 6"})
    void junit_xml_counts_what_counts_for_the_verdict(boolean strict, int failures, int errors, int skipped)
            throws IOException {
        var xml = parse(written(new JUnitXmlReporter(), strict));
        for (String level : new String[] {"testsuites", "testsuite"}) {
            var element = (Element) xml.getElementsByTagName(level).item(0);
            assertThat(element.getAttribute("tests")).isEqualTo("12");
            assertThat(element.getAttribute("failures")).isEqualTo(String.valueOf(failures));
            assertThat(element.getAttribute("errors")).isEqualTo(String.valueOf(errors));
            assertThat(element.getAttribute("skipped")).isEqualTo(String.valueOf(skipped));
        }
        assertThat(xml.getElementsByTagName("testcase").getLength()).isEqualTo(12);
        assertThat(xml.getElementsByTagName("failure").getLength()).isEqualTo(failures);
        assertThat(xml.getElementsByTagName("error").getLength()).isEqualTo(errors);
        assertThat(xml.getElementsByTagName("skipped").getLength()).isEqualTo(skipped);
    }

    @Test
    void junit_xml_keeps_hostile_text_apart_from_what_xml_cannot_hold() throws IOException {
        var xml = parse(written(new JUnitXmlReporter(), false));
        var failure = (Element) xml.getElementsByTagName("failure").item(0);
        assertThat(failure.getTextContent()).contains("actual    ]]> <b a=\"&amp;'\"> \uFFFD \uFFFD 🦔 \uFFFD[2J ");
        assertThat(failure.getAttribute("message")).contains("got ]]> <b a=\"&amp;'\"> \uFFFD \uFFFD 🦔");
        assertThat(failure.getAttribute("type")).isEqualTo("MUST");
    }

    @Test
    void the_console_shows_the_golden_text_and_no_escape_reaches_the_terminal() throws IOException {
        var text = ConsoleSummary.of(Reports.everyOutcome(false)).replace(System.lineSeparator(), "\n");
        assertThat(text.chars().filter(c -> c != '\n')).noneMatch(Character::isISOControl);
        assertThat(utf8(text)).isEqualTo(golden("golden.txt"));
    }
}
