package io.gearmancdi.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gearmancdi.LimitPolicy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ValuesTest {

    @Test
    void durations_are_seconds_or_iso() {
        assertThat(Values.duration("90")).isEqualTo(Duration.ofSeconds(90));
        assertThat(Values.duration("PT1M30S")).isEqualTo(Duration.ofSeconds(90));
        assertThat(Values.duration("0")).isEqualTo(Duration.ZERO);
    }

    @Test
    void times_before_now_and_words_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Values.duration("-1"));
        assertThatIllegalArgumentException().isThrownBy(() -> Values.duration("-PT1S"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Values.duration("soon"))
                .withMessage("'soon' is not seconds or an ISO duration such as PT1M30S, not negative");
    }

    @Test
    void choices_say_what_there_is() {
        assertThat(Values.choice(LimitPolicy.class, "Stop")).isEqualTo(LimitPolicy.STOP);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Values.choice(LimitPolicy.class, "never"))
                .withMessage("'never' is not recycle or stop");
    }

    @Test
    void the_built_in_values_of_all_keys_can_be_read() {
        assertThat(KeyTable.entries()).extracting(KeyTable.Entry::pattern).doesNotHaveDuplicates();
        assertThat(Found.classes().errors()).isEmpty();
    }
}
