# A client in Perl: client.pl HOST:PORT call|background FUNCTION WORKLOAD
use strict;
use warnings;
use Gearman::Client;

my ($server, $how, $function, $workload) = @ARGV;
my $client = Gearman::Client->new(job_servers => [$server]);
if ($how eq 'background') {
    my $handle = $client->dispatch_background($function, $workload);
    print defined $handle ? "accepted\n" : "refused\n";
    exit;
}
my @progress;
my $task = Gearman::Task->new($function, \$workload,
    {on_status => sub { push @progress, "$_[0]/$_[1] " }, timeout => 60});
my $result = $client->do_task($task);
print @progress, defined $result ? "result: $$result\n" : "failed\n";
