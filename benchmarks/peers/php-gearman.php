<?php
// php-gearman, as its manual says: one client, tasks where many are outstanding. Commands: submit-bg, echo, worker.

const BATCH = 512;

$operation = $argv[1] ?? exit(64);
$load = ['host' => '127.0.0.1', 'port' => 4730, 'function' => 'f', 'jobs' => 1000, 'warmup' => 0, 'payload' => 64,
    'concurrency' => 1, 'callers' => 1, 'mode' => 'sync', 'unique' => 'none'];
for ($i = 2; $i + 1 < $argc; $i += 2) {
    $name = substr($argv[$i], 2);
    array_key_exists($name, $load) || exit(64);
    $load[$name] = is_int($load[$name]) ? (int) $argv[$i + 1] : $argv[$i + 1];
}
$piped = $load['mode'] !== 'sync';
$latencies = [];

function payload(int $job): string
{
    global $load;
    return str_pad(pack('N', $job), $load['payload'] - 4, "\0") . pack('N', $job);
}

function unique(int $job): ?string
{
    global $load;
    return $load['unique'] === 'seq' ? "seq-$job" : null;
}

function cpu(): float
{
    $u = getrusage();
    return $u['ru_utime.tv_sec'] + $u['ru_stime.tv_sec'] + ($u['ru_utime.tv_usec'] + $u['ru_stime.tv_usec']) / 1e6;
}

function failed(string $what): void
{
    fwrite(STDERR, "$what\n");
    exit(1);
}

function submit(GearmanClient $client, int $first, int $count, bool $piped): void
{
    global $load;
    for ($job = $first; $job < $first + $count; $job++) {
        if (!$piped) {
            $client->doBackground($load['function'], payload($job), unique($job));
            $client->returnCode() === GEARMAN_SUCCESS || failed($client->error());
            continue;
        }
        $client->addTaskBackground($load['function'], payload($job), null, unique($job));
        if (($job - $first + 1) % BATCH === 0 || $job === $first + $count - 1) {
            $client->runTasks() || failed($client->error());
        }
    }
}

function echoes(GearmanClient $client, int $count, bool $piped): void
{
    global $load, $latencies;
    $latencies = [];
    $client->setCompleteCallback(function (GearmanTask $task, $context) use (&$latencies) {
        [$job, $began] = $context;
        $latencies[] = microtime(true) - $began;
        $task->data() === payload($job) || failed('a wrong answer');
    });
    for ($job = 0; $job < $count; $job++) {
        $began = microtime(true);
        if (!$piped) {
            $client->doNormal($load['function'], payload($job)) === payload($job) || failed('a wrong answer');
            $latencies[] = microtime(true) - $began;
            continue;
        }
        $client->addTask($load['function'], payload($job), [$job, $began]);
        if (($job + 1) % $load['callers'] === 0 || $job === $count - 1) {
            $client->runTasks() || failed($client->error());
        }
    }
}

function report(float $began, float $cpu, int $jobs, array $latencies): void
{
    global $operation, $load;
    $seconds = microtime(true) - $began;
    $figures = ['peer' => 'php-gearman', 'op' => $operation, 'jobs' => $jobs, 'seconds' => round($seconds, 3),
        'rate' => round($jobs / $seconds, 3), 'cpu_us_per_job' => round((cpu() - $cpu) * 1e6 / max(1, $jobs), 3),
        'rss_kb' => getrusage()['ru_maxrss']];
    if ($latencies) {
        sort($latencies);
        $figures['p50_us'] = round($latencies[intdiv(count($latencies), 2)] * 1e6, 3);
        $figures['p99_us'] = round($latencies[(int) (count($latencies) * 0.99)] * 1e6, 3);
        $figures['mb_s'] = round($load['payload'] * $jobs / $seconds / 1e6, 3);
    }
    echo json_encode($figures), "\n";
}

if ($operation === 'worker') {
    $done = 0;
    $stopped = false;
    pcntl_async_signals(true);
    pcntl_signal(SIGTERM, function () use (&$stopped) {
        $stopped = true;
    });
    $worker = new GearmanWorker();
    $worker->addServer($load['host'], $load['port']);
    $worker->setTimeout(200);
    $began = microtime(true);
    $cpu = cpu();
    $worker->addFunction($load['function'], function (GearmanJob $job) use (&$done, &$began, &$cpu) {
        global $load;
        if (++$done === $load['warmup']) {
            $began = microtime(true);
            $cpu = cpu();
        }
        return $job->workload();
    });
    while (!$stopped && ($load['jobs'] === 0 || $done < $load['warmup'] + $load['jobs'])) {
        @$worker->work();
    }
    report($began, $cpu, $done - $load['warmup'], []);
    exit(0);
}

$client = new GearmanClient();
$client->addServer($load['host'], $load['port']);
if ($operation === 'submit-bg') {
    submit($client, 0, $load['warmup'], $piped);
    $began = microtime(true);
    $cpu = cpu();
    submit($client, $load['warmup'], $load['jobs'], $piped);
} elseif ($operation === 'echo') {
    echoes($client, $load['warmup'], $piped);
    $began = microtime(true);
    $cpu = cpu();
    echoes($client, $load['jobs'], $piped);
} else {
    exit(64);
}
report($began, $cpu, $load['jobs'], $latencies);
