<?php
// A worker as GearmanBundle's users write them. Usage: worker.php host port prefix
[, $host, $port, $prefix] = $argv;

$worker = new GearmanWorker();
$worker->addServer($host, (int) $port);

$jobs = [
    'success' => fn(GearmanJob $job) => strrev($job->workload()),
    'empty' => fn(GearmanJob $job) => '',
    'nothing' => function (GearmanJob $job) {},
    'true' => fn(GearmanJob $job) => true,
    'false' => fn(GearmanJob $job) => false,
    'bytes' => fn(GearmanJob $job) => $job->workload(),
    'fail' => function (GearmanJob $job) {
        $job->sendFail();
    },
    'exception' => function (GearmanJob $job) {
        throw new RuntimeException('broken');
    },
    'data' => function (GearmanJob $job) {
        $job->sendData('one ');
        $job->sendData('two ');
        return 'end';
    },
    'warning' => function (GearmanJob $job) {
        $job->sendWarning('careful');
        return 'end';
    },
    'status' => function (GearmanJob $job) {
        $job->sendStatus(1, 4);
        $job->sendStatus(4, 4);
        return 'end';
    },
];
foreach ($jobs as $name => $job) {
    $worker->addFunction("$prefix.$name", $job);
}

while (true) {
    try {
        if (!$worker->work()) {
            fwrite(STDERR, $worker->returnCode() . ' ' . $worker->error() . "\n");
        }
    } catch (RuntimeException $e) {
        fwrite(STDERR, get_class($e) . ': ' . $e->getMessage() . "\n");
    }
}
