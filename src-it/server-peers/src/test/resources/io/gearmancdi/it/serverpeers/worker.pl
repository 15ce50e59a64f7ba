# A worker in Perl: worker.pl HOST:PORT [PREFIX]
use strict;
use warnings;
use Gearman::Worker;

my $worker = Gearman::Worker->new(job_servers => [$ARGV[0]], prefix => $ARGV[1]);
$worker->register_function(reverse => sub { return scalar reverse $_[0]->arg });
$worker->register_function(empty => sub { return '' });
$worker->register_function(broken => sub { die "bang\n" });
$worker->register_function(progress => sub { $_[0]->set_status(1, 2); return 'done' });
$worker->register_function(half => sub { $worker->send_work_status($_[0], 1, 2); return 'done' });
$worker->register_function(updates => sub {
    $worker->send_work_data($_[0], 'one');
    $worker->send_work_data($_[0], '');
    $worker->send_work_warning($_[0], 'careful');
    return 'end';
});
$worker->register_function(slow => 60, sub { sleep 2; return 'done' }); # seconds, as its manual says
$worker->work while 1;
