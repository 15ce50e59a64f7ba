<?php
// tag::worker[]
namespace Acme\Workers;

use Mmoreram\GearmanBundle\Driver\Gearman;

/**
 * @Gearman\Work(
 *     name = "MyAcmeWorker",
 *     description = "Acme Worker. Containing multiple available jobs",
 *     iterations = 3,
 *     minimumExecutionTime = 3,
 *     timeout = 20,
 *     defaultMethod = "doHigh"
 * )
 */
class AcmeWorker
{
    /**
     * @Gearman\Job(name = "doSomething", iterations = 10, defaultMethod = "doBackground")
     */
    public function testA(\GearmanJob $job)
    {
        $job->sendStatus(1, 1);

        return true;
    }

    /**
     * @Gearman\Job()
     */
    public function testB(\GearmanJob $job)
    {
        return strtoupper($job->workload());
    }
}
// end::worker[]
