package dev.core7.conformance.benign;

import dev.core7.contract.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a value is written: there are many ways to write the same. */
final class Notations {
    private Notations() {}

    static Stream<Variant> all() {
        return Stream.of(numbers(), links(), dates(), text()).flatMap(Function.identity());
    }

    private static Stream<Variant> numbers() {
        return Stream.of(
                Variant.of("numbers_with_a_point", Shapes.objects(object -> {
                    object.replaceAll(
                            (name, value) -> value instanceof Number number ? new BigDecimal(number + ".0") : value);
                    return object;
                })),
                Variant.of("uuids_in_capitals", Shapes.objects(object -> {
                    object.computeIfPresent(
                            "uuid", (name, uuid) -> uuid.toString().toUpperCase(Locale.ROOT));
                    return object;
                })),
                Variant.of("whole_numbers_with_an_exponent", Shapes.written(body -> exponents(Json.write(body)))),
                Variant.of("uuids_of_zeros", uuids("00000000-0000-0000-0000-000000000000")),
                Variant.of("uuids_of_ones", uuids("ffffffff-ffff-ffff-ffff-ffffffffffff")));
    }

    /** 4711 as 4.711E+3: JSON knows one kind of number. */
    private static String exponents(String json) {
        return Pattern.compile("(?<=[:\\[,])(\\d)(\\d*)(?=[,}\\]])")
                .matcher(json)
                .replaceAll(
                        n -> n.group(1) + "." + n.group(2) + "0E+" + n.group(2).length());
    }

    private static Twist uuids(String uuid) {
        return Shapes.fields("hedgehog_config", "uuid", uuid);
    }

    private static Stream<Variant> links() {
        return Stream.of(
                        "http://posthog_web:8000",
                        "http://[::1]:8000",
                        "http://[2001:db8::1]/?a",
                        "https://posthog.example/a%20b;c=1?cursor=cD0yMDI2&x=1%5B",
                        "HTTPS://US.PostHog.com:443/x?",
                        "http://localhost:8000/posthog/api/projects/1/annotations/?limit=1&offset=1#results",
                        "https://somebody@posthog.example/?q=a+b,(c);d=!$'*/?",
                        "http://xn--bcher-kva.example/?q=%E6%97%A5")
                .map(link -> Variant.of("links_like_" + link, linked(link)).inShapeOnly());
    }

    static Twist linked(String link) {
        return Shapes.objects(object -> {
            if (object.containsKey("next")) {
                object.put("next", link);
                object.put("previous", link);
            }
            return object;
        });
    }

    private static Stream<Variant> dates() {
        return Stream.of(
                Variant.of("date_times_with_offset_zero", dated(t -> iso(t).replace("Z", "+00:00"))),
                Variant.of(
                        "date_times_two_hours_east", dated(t -> iso(t.withOffsetSameInstant(ZoneOffset.ofHours(2))))),
                Variant.of("date_times_with_microseconds", dated(format("yyyy-MM-dd'T'HH:mm:ss.SSSSSSXXX"))),
                Variant.of("date_times_with_milliseconds", dated(format("yyyy-MM-dd'T'HH:mm:ss.SSSX"))),
                Variant.of("date_times_with_nanoseconds", dated(format("yyyy-MM-dd'T'HH:mm:ss.SSSSSSSSSXXX"))),
                Variant.of("date_times_with_a_tenth", dated(format("yyyy-MM-dd'T'HH:mm:ss.SXXX"))),
                Variant.of(
                                "date_times_with_twenty_digits",
                                dated(format("yyyy-MM-dd'T'HH:mm:ss.SSSSSSSSS'00000000000'XXX")))
                        .warnedOf("sent-back", "the server does not read the notation that it writes"),
                Variant.of("date_times_in_lower_case", dated(t -> iso(t).toLowerCase(Locale.ROOT))),
                Variant.of("date_times_of_unknown_offset", dated(t -> iso(t).replace("Z", "-00:00"))),
                Variant.of(
                                "date_times_a_day_east",
                                dated(t -> iso(t.plusDays(1).minusMinutes(1)).replace("Z", "+23:59")))
                        .warnedOf("sent-back", "the server does not read the notation that it writes"),
                Variant.of("date_times_in_a_leap_second", clock(t -> "2016-12-31T15:59:60-08:00")),
                Variant.of("date_times_of_the_distant_past", clock(t -> "0001-01-01T00:00:00Z")),
                Variant.of("date_times_of_the_distant_future", clock(t -> "9999-12-31T23:59:59.999999Z"))
                        .warnedOf(
                                "server-values-plausible",
                                "a time of change that the server sets once for all is impossible"),
                Variant.of("a_clock_an_hour_fast", clock(t -> iso(t.plusHours(1)))),
                Variant.of("a_clock_ten_minutes_slow", clock(t -> iso(t.minusMinutes(10)))));
    }

    private static Function<OffsetDateTime, String> format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern)::format;
    }

    private static Twist dated(Function<OffsetDateTime, String> how) {
        return Shapes.texts(text -> text.matches("\\d{4}-\\d\\d-\\d\\dT.*") ? dated(text, how) : text);
    }

    /** Those that come from the server's clock alone. */
    private static Twist clock(Function<OffsetDateTime, String> how) {
        return Shapes.texts(text -> text.matches("\\d{4}-\\d\\d-\\d\\dT.*") && isNow(text) ? dated(text, how) : text);
    }

    private static boolean isNow(String text) {
        var age = Duration.between(OffsetDateTime.parse(text), OffsetDateTime.now());
        return age.abs().compareTo(Duration.ofDays(1)) < 0;
    }

    /** With seconds, which {@code toString} leaves out where they are zero. */
    private static String iso(OffsetDateTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }

    private static String dated(String text, Function<OffsetDateTime, String> how) {
        return how.apply(OffsetDateTime.parse(text));
    }

    private static Stream<Variant> text() {
        return Stream.of(
                Variant.of("indented_json", Shapes.written(Json::pretty)),
                Variant.of("white_space_around_json", Shapes.written(body -> "\r\n\t " + Json.write(body) + "\n\n")),
                Variant.of(
                        "escaped_slashes",
                        Shapes.written(body -> Json.write(body).replace("/", "\\/"))),
                Variant.of("unicode_escapes", Shapes.written(body -> escaped(Json.write(body)))));
    }

    /** Letters after a quote as escapes, so that names are escaped too. */
    private static String escaped(String json) {
        return Pattern.compile("(?<=[{,:\\[]\")[a-zA-Z]")
                .matcher(json)
                .results()
                .map(MatchResult::start)
                .sorted(Collections.reverseOrder())
                .collect(Collectors.collectingAndThen(Collectors.toList(), starts -> {
                    var text = new StringBuilder(json);
                    starts.forEach(at -> text.replace(at, at + 1, String.format("\\u%04x", (int) json.charAt(at))));
                    return text.toString();
                }));
    }
}
