<?php
// A client in PHP: asks the worker in Java, with JSON both ways

$servers = getenv('GEARMAN_SERVERS') ?: '127.0.0.1:4730';

$client = new GearmanClient();
$client->addServers($servers);
$client->setTimeout(30000);
$client->setStatusCallback(function (GearmanTask $task): void {
    printf("PHP hears: %d of %d\n", $task->taskNumerator(), $task->taskDenominator());
});
$client->setCompleteCallback(function (GearmanTask $task): void {
    $total = json_decode($task->data(), true, 16, JSON_THROW_ON_ERROR);
    printf("PHP asked Java: %s pays %d cents\n", $total['customer'], $total['cents']);
});
$client->setExceptionCallback(function (GearmanTask $task): void {
    fwrite(STDERR, 'Java refused: ' . $task->data() . "\n");
    exit(1);
});

$client->addTask('orders~total', json_encode(['customer' => 'Ada', 'cents' => [1200, 3000]]));
if (!$client->runTasks()) {
    fwrite(STDERR, 'No answer: ' . $client->error() . "\n");
    exit(1);
}
