package io.gearmancdi.it.liberty;

import io.gearmancdi.it.ee.LifecycleBehaviour;
import java.nio.file.Path;

class OpenLibertyLifecycleIT extends LifecycleBehaviour {

    @Override
    protected int port() {
        return Integer.getInteger("port.http");
    }

    @Override
    protected Path log() {
        return Path.of(System.getProperty("liberty.usr"), "servers", "gearman", "logs", "messages.log");
    }

    @Override
    protected String commandLine() {
        return System.getProperty("liberty.home");
    }
}
