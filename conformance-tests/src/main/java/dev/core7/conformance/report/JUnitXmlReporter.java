package dev.core7.conformance.report;

import com.google.auto.service.AutoService;
import dev.core7.conformance.http.CurlCommand;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.result.Result;
import dev.core7.conformance.run.Report;
import dev.core7.conformance.run.Reporter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The report as JUnit XML: one suite for each operation, one test for each result. Of the results that count for the verdict, a
 * failed one is a {@code failure}, and one that is not proven an {@code error}. Other failed or unproven results are written to
 * {@code system-out}.
 */
@AutoService(Reporter.class)
public final class JUnitXmlReporter implements Reporter {
    @Override
    public String fileName() {
        return "junit.xml";
    }

    @Override
    public void write(Report report, Writer out) throws IOException {
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuites");
            xml.writeAttribute("name", clean(report.contract().title()));
            totals(xml, report.results(), report);
            for (var suite : byOperation(report).entrySet()) {
                xml.writeStartElement("testsuite");
                xml.writeAttribute("name", suite.getKey());
                totals(xml, suite.getValue(), report);
                for (Result result : suite.getValue()) {
                    test(xml, result, report);
                }
                xml.writeEndElement();
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static LinkedHashMap<String, List<Result>> byOperation(Report report) {
        var suites = new LinkedHashMap<String, List<Result>>();
        report.results()
                .forEach(r -> suites.computeIfAbsent(r.sent().operation().id(), id -> new ArrayList<>())
                        .add(r));
        return suites;
    }

    private static void totals(XMLStreamWriter xml, List<Result> results, Report report) throws XMLStreamException {
        xml.writeAttribute("tests", String.valueOf(results.size()));
        xml.writeAttribute("failures", count(results, report, "failure"));
        xml.writeAttribute("errors", count(results, report, "error"));
        xml.writeAttribute("skipped", count(results, report, "skipped"));
    }

    private static String count(List<Result> results, Report report, String element) {
        return String.valueOf(
                results.stream().filter(r -> element(r, report).equals(element)).count());
    }

    private static void test(XMLStreamWriter xml, Result result, Report report) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", result.sent().operation().id());
        xml.writeAttribute("name", clean(result.sent().name() + " " + result.check()));
        xml.writeAttribute(
                "time",
                String.valueOf(result.exchange()
                        .map(e -> e.response().took().toMillis() / 1000.0)
                        .orElse(0.0)));
        var element = element(result, report);
        if (!element.equals("passed")) {
            xml.writeStartElement(element);
            xml.writeAttribute("message", clean(message(result)));
            if (!element.equals("system-out") && !element.equals("skipped")) {
                xml.writeAttribute("type", result.level().name());
            }
            xml.writeCharacters(clean(text(result, report)));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    /** Returns the element that tells a reader of JUnit XML how to count the result. */
    private static String element(Result result, Report report) {
        boolean counts = report.affectsVerdict(result.level());
        var outcome = result.outcome();
        if (outcome instanceof Outcome.Failed) {
            return counts ? "failure" : "system-out";
        }
        if (outcome instanceof Outcome.NotProven) {
            return counts ? "error" : "system-out";
        }
        return outcome instanceof Outcome.Passed ? "passed" : "skipped";
    }

    private static String message(Result result) {
        var places = result.outcome().brokenPlaces();
        return places.isEmpty()
                ? result.outcome().word() + ": " + result.outcome().reason()
                : places.get(0).where() + ": expected " + places.get(0).expected() + ", got "
                        + places.get(0).actual();
    }

    private static String text(Result result, Report report) {
        var text = new StringBuilder(result.level() + ": " + result.clause() + "\npage: "
                + result.sent().operation().section() + "\n");
        result.outcome()
                .brokenPlaces()
                .forEach(f -> text.append("at        ")
                        .append(f.where())
                        .append("\nexpected  ")
                        .append(f.expected())
                        .append("\nactual    ")
                        .append(f.actual())
                        .append(f.condition().isEmpty() ? "\n" : "\ncondition " + f.condition() + '\n'));
        text.append("replay    ").append(Formats.replay(result.sent().id())).append('\n');
        result.request()
                .ifPresent(request -> text.append("sent      ")
                        .append(CurlCommand.of(report.target(), request))
                        .append('\n'));
        return text.toString();
    }

    /** Replaces characters that XML 1.0 cannot represent by U+FFFD: most control characters and lone surrogates. */
    private static String clean(String text) {
        var clean = new StringBuilder();
        text.codePoints().map(c -> isXml(c) ? c : 0xFFFD).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0x20 && c <= 0xD7FF
                || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000;
    }
}
