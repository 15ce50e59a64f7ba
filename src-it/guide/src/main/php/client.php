<?php
[, $host, $port, $text] = $argv;

// tag::client[]
$client = new GearmanClient();
$client->addServer($host, (int) $port);
echo $client->doNormal('text.reverse', $text), "\n";
$thumbnail = json_decode($client->doNormal(
    'com.acme.Thumbnails~scale',
    json_encode(['picture' => 'cat.png', 'width' => 320])
));
echo $thumbnail->picture, ' ', $thumbnail->width, "\n";
// end::client[]
