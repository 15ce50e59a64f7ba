package io.gearmancdi.benchmarks;

import io.gearmancdi.GearmanClient;
import io.gearmancdi.driver.Gearman;

/** Whose client is put under load. */
interface Target extends AutoCloseable {

    /** {@return the client} */
    GearmanClient client();

    /** {@return the name by which the client knows the function} */
    String job(String function);

    @Override
    void close();

    /**
     * The driver alone.
     *
     * @param gearman runs
     */
    record Driver(Gearman gearman) implements Target {

        @Override
        public GearmanClient client() {
            return gearman.client().foreign();
        }

        @Override
        public String job(String function) {
            return function;
        }

        @Override
        public void close() {
            gearman.close();
        }
    }
}
