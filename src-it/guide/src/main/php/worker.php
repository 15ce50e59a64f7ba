<?php
[, $host, $port] = $argv;

// tag::worker[]
$worker = new GearmanWorker();
$worker->addServer($host, (int) $port);
$worker->addFunction('text.reverse', fn(GearmanJob $job) => strrev($job->workload()));
while ($worker->work());
// end::worker[]
