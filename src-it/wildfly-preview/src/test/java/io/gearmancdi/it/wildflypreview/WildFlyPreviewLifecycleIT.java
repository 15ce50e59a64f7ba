package io.gearmancdi.it.wildflypreview;

import io.gearmancdi.it.ee.ArquillianLifecycle;
import io.gearmancdi.it.ee.LogFile;
import io.gearmancdi.it.ee.ServerJvm;
import java.nio.file.Path;
import java.util.function.Supplier;

class WildFlyPreviewLifecycleIT extends ArquillianLifecycle {

    @Override
    protected Supplier<String> logFromNow() {
        return LogFile.fromNow(Path.of(System.getProperty("wildfly.home"), "standalone", "log", "server.log"));
    }

    @Override
    protected ServerJvm server() {
        return ServerJvm.with(System.getProperty("wildfly.home"));
    }
}
