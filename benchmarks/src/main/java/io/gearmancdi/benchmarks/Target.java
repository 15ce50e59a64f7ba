package io.gearmancdi.benchmarks;

import io.gearmancdi.GearmanClient;
import io.gearmancdi.driver.Gearman;

/** Whose client is put under load. */
interface Target extends AutoCloseable {

    /** {@return the client for exact names} */
    GearmanClient client();

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
        public void close() {
            gearman.close();
        }
    }
}
