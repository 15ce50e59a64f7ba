package io.gearmancdi.benchmarks;

import io.gearmancdi.GearmanClient;
import io.gearmancdi.cdi.Findings;
import io.gearmancdi.cdi.portable.GearmanExtension;
import jakarta.enterprise.inject.se.SeContainer;
import java.util.Map;
import org.jboss.weld.bootstrap.spi.BeanDiscoveryMode;
import org.jboss.weld.environment.se.Weld;

/**
 * The library in a container: two beans on Weld SE, configured by system properties. Nothing looks for more:
 * a jar of everything takes seconds to search.
 *
 * @param weld runs
 */
record Container(SeContainer weld) implements Target {

    static Container start(Map<String, String> settings) {
        settings.forEach(System::setProperty);
        return new Container(new Weld()
                .disableDiscovery()
                .addExtension(new GearmanExtension())
                .setBeanDiscoveryMode(BeanDiscoveryMode.ANNOTATED)
                .addPackages(Findings.class)
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
