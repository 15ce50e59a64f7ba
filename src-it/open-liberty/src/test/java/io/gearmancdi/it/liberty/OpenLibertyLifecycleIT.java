package io.gearmancdi.it.liberty;

import io.gearmancdi.it.ee.ArquillianLifecycle;
import io.gearmancdi.it.ee.LogFile;
import io.gearmancdi.it.ee.ServerJvm;
import java.nio.file.Path;
import java.util.function.Supplier;

class OpenLibertyLifecycleIT extends ArquillianLifecycle {

    @Override
    protected Supplier<String> logFromNow() {
        return LogFile.fromNow(
                Path.of(System.getProperty("liberty.usr"), "servers", "gearman", "logs", "messages.log"));
    }

    @Override
    protected ServerJvm server() {
        return ServerJvm.with(System.getProperty("liberty.home"));
    }
}
