package dev.core7.mock.wiremock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.mock.preferences.Delay;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseDisturbanceTest {
    private static LongStream delays(String preferred) {
        var distribution =
                ResponseDisturbance.distribution(Delay.parse(preferred).orElseThrow());
        return LongStream.generate(distribution::sampleMillis);
    }

    @ParameterizedTest
    @CsvSource({"100-300,100,300,true", "90~0.4,0,60000,true", "60000~9,0,60000,true", "0,0,0,false", "5-5,5,5,false"})
    void delays_follow_their_distribution(String delay, long least, long most, boolean various) {
        var drawn = delays(delay).limit(1_000).boxed().toList();
        assertThat(drawn).allSatisfy(millis -> assertThat(millis).isBetween(least, most));
        assertThat(Set.copyOf(drawn).size() > 1).isEqualTo(various);
    }

    @Test
    void half_of_the_log_normal_delays_are_below_the_median() {
        long below =
                delays("90~0.4").limit(10_000).filter(millis -> millis < 90).count();
        assertThat(below).isBetween(4_500L, 5_500L);
    }
}
