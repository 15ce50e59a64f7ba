# A client in Perl: client.pl HOST:PORT call|exceptions|background|high|again|status FUNCTION WORKLOAD [PREFIX]
use strict;
use warnings;
use Gearman::Client;

my ($server, $how, $function, $workload, $prefix) = @ARGV;
my $client = Gearman::Client->new(
    job_servers => [$server], prefix => $prefix, exceptions => $how eq 'exceptions');

sub accepted {
    return defined $_[0] ? "accepted\n" : "refused\n";
}

if ($how eq 'background') {
    print accepted($client->dispatch_background($function, $workload));
} elsif ($how eq 'high') {
    print accepted($client->dispatch_background($function, $workload, {priority => 'high'}));
} elsif ($how eq 'again') { # as it has its unique, the second is the first
    my @handles = map { $client->dispatch_background($function, \$workload, {uniq => 'mine'}) } 1, 2;
    print $handles[0] eq $handles[1] ? "joined\n" : "not joined\n";
} elsif ($how eq 'status') {
    my $handle = $client->dispatch_background($function, $workload);
    my $status = $client->get_status($handle);
    print $status->known ? 'known' : 'unknown', $status->running ? " running\n" : " waiting\n";
} else {
    my @seen;
    my $task = Gearman::Task->new($function, \$workload, {
        on_status => sub { push @seen, join('/', map { $_ // '' } @_) . ' ' },
        on_data => sub { push @seen, "data: ${$_[0]} " },
        on_warning => sub { push @seen, "warning: ${$_[0]} " },
        on_exception => sub { push @seen, "exception " },
        timeout => 60,
    });
    my $result = $client->do_task($task);
    print @seen, defined $result ? "result: $$result\n" : "failed\n";
}
