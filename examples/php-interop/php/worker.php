<?php
// A worker in PHP: renders what it gets as JSON

$servers = getenv('GEARMAN_SERVERS') ?: '127.0.0.1:4730';

$worker = new GearmanWorker();
$worker->addServers($servers);
$worker->addFunction('letters.render', function (GearmanJob $job): string {
    $total = json_decode($job->workload(), true, 16, JSON_THROW_ON_ERROR);
    return sprintf('Dear %s, please pay %.2f', $total['customer'], $total['cents'] / 100);
});

while ($worker->work()) {
    // One job after the other
}
fwrite(STDERR, 'The worker has stopped: ' . $worker->error() . "\n");
exit(1);
