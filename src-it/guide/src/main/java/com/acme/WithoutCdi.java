package com.acme;

import io.gearmancdi.driver.Gearman;

/** A process of workers in plain Java. */
final class WithoutCdi {

    private WithoutCdi() {}

    public static void main(String[] args) throws InterruptedException {
        // tag::main[]
        var gearman = Gearman.builder().build();
        gearman.workers().register("reverse", job -> new StringBuilder(job.text()).reverse(), all -> all);
        Runtime.getRuntime().addShutdownHook(new Thread(gearman::close));
        Thread.currentThread().join();
        // end::main[]
    }
}
