package io.gearmancdi.benchmarks;

import io.gearmancdi.GearmanClient;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.util.Map;

/**
 * The library in a container: the beans of this jar on Weld SE, configured by system properties.
 *
 * @param weld runs
 */
record Container(SeContainer weld) implements Target {

    static Container start(Map<String, String> settings) {
        settings.forEach(System::setProperty);
        return new Container(SeContainerInitializer.newInstance()
                .addBeanClasses(EchoBean.class, Tally.class)
                .initialize());
    }

    @Override
    public GearmanClient client() {
        return weld.select(GearmanClient.class).get();
    }

    /** As applications name it: the client looks up what it is called on the wire. */
    @Override
    public String job(String function) {
        return EchoBean.JOB;
    }

    Tally tally() {
        return weld.select(Tally.class).get();
    }

    @Override
    public void close() {
        weld.close();
    }
}
