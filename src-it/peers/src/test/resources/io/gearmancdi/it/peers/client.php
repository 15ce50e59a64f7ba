<?php
// A client that writes down all it sees. Usage: client.php host port function workload method
// A workload such as @1000 is that many bytes, any other is hexadecimal; method is call or task.
[, $host, $port, $function, $workload, $method] = $argv;
$workload = $workload[0] === '@' ? str_repeat("\0\xff", intdiv((int) substr($workload, 1), 2)) : hex2bin($workload);

function say(string $what, ...$more): void
{
    echo implode(' ', [$what, ...$more]), "\n";
}

/** Large things are told by their size and sum. */
function bytes(?string $bytes): string
{
    $length = strlen((string) $bytes);
    return $length > 64 ? "$length:" . md5($bytes) : "$length:" . bin2hex((string) $bytes);
}

$client = new GearmanClient();
$client->addServer($host, (int) $port);
$client->setTimeout(30000);

if ($method === 'call') {
    do {
        $result = $client->doNormal($function, $workload);
        $code = $client->returnCode();
        match ($code) {
            GEARMAN_WORK_DATA => say('data', bytes($result)),
            GEARMAN_WORK_STATUS => say('status', ...$client->doStatus()),
            GEARMAN_WORK_WARNING => say('warning', bytes($result)),
            default => say('end', $code, bytes((string) $result)),
        };
    } while (in_array($code, [GEARMAN_WORK_DATA, GEARMAN_WORK_STATUS, GEARMAN_WORK_WARNING], true));
} else {
    $client->setCreatedCallback(fn($task) => say('created'));
    $client->setDataCallback(fn($task) => say('data', bytes($task->data())));
    $client->setWarningCallback(fn($task) => say('warning', bytes($task->data())));
    $client->setStatusCallback(fn($task) => say('status', $task->taskNumerator(), $task->taskDenominator()));
    $client->setCompleteCallback(fn($task) => say('complete', $task->returnCode(), bytes($task->data())));
    $client->setFailCallback(fn($task) => say('fail', $task->returnCode()));
    $client->setExceptionCallback(fn($task) => say('exception', $task->returnCode()));
    $client->addTask($function, $workload);
    say('ran', var_export($client->runTasks(), true), $client->returnCode());
}
