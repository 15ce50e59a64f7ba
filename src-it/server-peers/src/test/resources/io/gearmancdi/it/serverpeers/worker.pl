# A worker in Perl: worker.pl HOST:PORT
use strict;
use warnings;
use Gearman::Worker;

my $worker = Gearman::Worker->new(job_servers => [$ARGV[0]]);
$worker->register_function(reverse => sub { return scalar reverse $_[0]->arg });
$worker->register_function(empty => sub { return '' });
$worker->register_function(broken => sub { die "bang\n" });
$worker->register_function(progress => sub { $_[0]->set_status(1, 2); return 'done' });
$worker->work while 1;
