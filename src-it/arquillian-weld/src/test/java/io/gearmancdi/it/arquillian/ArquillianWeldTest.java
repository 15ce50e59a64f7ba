package io.gearmancdi.it.arquillian;

import io.gearmancdi.it.AppSettings;
import io.gearmancdi.it.CdiBehaviour;
import io.gearmancdi.it.TestJobServer;
import io.gearmancdi.it.app.Recorder;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

@ArquillianTest
class ArquillianWeldTest extends CdiBehaviour {

    @Inject
    @Any
    Instance<Object> beans;

    @Deployment
    static WebArchive application() {
        // The archive is asked for once, before the container starts it; the server ends with the process
        Map<String, String> settings = AppSettings.on(TestJobServer.start().address());
        settings.forEach(System::setProperty);
        return ShrinkWrap.create(WebArchive.class)
                .addPackages(true, "io.gearmancdi.cdi", Recorder.class.getPackageName())
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
    }

    @Override
    protected <T> T get(Class<T> type) {
        return beans.select(type).get();
    }
}
