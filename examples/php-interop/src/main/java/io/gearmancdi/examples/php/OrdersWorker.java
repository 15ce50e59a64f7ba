package io.gearmancdi.examples.php;

import io.gearmancdi.GearmanJob;
import io.gearmancdi.Job;
import io.gearmancdi.Work;

/** Serves PHP. */
@Work(name = "orders")
class OrdersWorker {

    /** The answer is JSON as well. */
    @Job(description = "Adds the prices of an order up")
    Total total(Order order, GearmanJob job) {
        long sum = 0;
        for (int i = 0; i < order.cents().size(); i++) {
            job.sendStatus(i, order.cents().size());
            sum += order.cents().get(i);
        }
        return new Total(order.customer(), sum);
    }
}
