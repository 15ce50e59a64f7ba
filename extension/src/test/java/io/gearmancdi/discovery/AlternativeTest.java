package io.gearmancdi.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.gearmancdi.Job;
import io.gearmancdi.Work;
import io.gearmancdi.cdi.portable.ReflectedClass;
import io.gearmancdi.discovery.ClassView.Kind;
import org.junit.jupiter.api.Test;

class AlternativeTest {

    @Work(name = "Mailer")
    static class Real {
        @Job
        void send() {}
    }

    @Work(name = "Mailer", iterations = 7)
    static class Pretended {
        @Job
        void send() {}
    }

    @Work(name = "Other")
    static class Other {
        @Job
        void send() {}
    }

    private static Found with(Class<?> type, Kind kind) {
        return Found.views(Found.managed(Real.class), Found.managed(Other.class), ReflectedClass.view(type, kind));
    }

    @Test
    void an_alternative_takes_the_place_of_the_worker_with_its_name() {
        var found = with(Pretended.class, Kind.ALTERNATIVE).with("gearman.workers.Mailer.timeout", "3");
        assertThat(found.errors()).isEmpty();
        assertThat(found.warnings()).isEmpty();
        assertThat(found.workerNames())
                .containsExactly("io.gearmancdi.discovery.Mailer", "io.gearmancdi.discovery.Other");
        var mailer = found.discovery().workers().get(0);
        assertThat(mailer.view().type()).isEqualTo(Pretended.class);
        assertThat(mailer.descriptor().settings().timeout()).hasSeconds(3);
    }

    @Test
    void two_workers_with_one_name_are_an_error_where_none_is_an_alternative() {
        assertThat(with(Pretended.class, Kind.MANAGED).errorCodes()).contains("GCDI-011");
    }
}
