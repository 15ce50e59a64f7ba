package com.acme;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.driver.Gearman;
import java.util.List;

/** A process of workers in plain Java. */
final class WithoutCdi {

    private WithoutCdi() {}

    public static void main(String[] args) throws InterruptedException {
        // tag::main[]
        var server = ServerAddress.parse(args[0]);
        var gearman = Gearman.builder().servers(List.of(server)).build();
        gearman.workers().register("reverse", job -> new StringBuilder(job.text()).reverse(), all -> all);
        Runtime.getRuntime().addShutdownHook(new Thread(gearman::close));
        Thread.currentThread().join();
        // end::main[]
    }
}
