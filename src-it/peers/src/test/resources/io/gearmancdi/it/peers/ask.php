<?php
// Submits in the background what nobody runs yet, and asks. Usage: ask.php host port function
[, $host, $port, $function] = $argv;

$client = new GearmanClient();
$client->addServer($host, (int) $port);
$client->setTimeout(30000);

echo 'ping ', var_export($client->ping('anybody there?'), true), "\n";
$client->doLowBackground($function, 'low');
$handle = $client->doBackground($function, 'normal', 'mine');
$client->doHighBackground($function, 'high');
echo 'by handle ', json_encode($client->jobStatus($handle)), "\n";
echo 'by unique ', json_encode($client->jobStatusByUniqueKey('mine')), "\n";
echo 'unknown ', json_encode($client->jobStatusByUniqueKey('other')), "\n";
$client->setTimeout(300);
@$client->doNormal($function, 'nobody has the time');
echo 'timeout ', var_export($client->returnCode() === GEARMAN_TIMEOUT, true), "\n";
