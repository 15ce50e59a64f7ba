<?php
// Submits as GearmanBundle does: the unique is made of the name without prefix, and the workload.
// Usage: submit.php host port prefix name workload
[, $host, $port, $prefix, $name, $workload] = $argv;

$client = new GearmanClient();
$client->addServer($host, (int) $port);
$client->setTimeout(30000);
echo $client->doBackground($prefix . $name, $workload, md5($name . $workload));
