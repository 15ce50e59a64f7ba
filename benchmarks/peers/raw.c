/*
 * The limit: Gearman on a bare socket, one connection, packets put together by hand, nothing kept but what the figure needs.
 * Commands: submit-bg, echo, worker. Options as those of the Java benchmarks.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include "load.h"

enum {
    CAN_DO = 1, PRE_SLEEP = 4, NOOP = 6, SUBMIT_JOB = 7, JOB_CREATED = 8, GRAB_JOB = 9, NO_JOB = 10, JOB_ASSIGN = 11,
    WORK_COMPLETE = 13, ERROR_PACKET = 19, SUBMIT_JOB_BG = 18
};
enum { HEADER = 12, WINDOW = 512, READ = 1 << 18, HANDLES = 1 << 16 };

struct buffer { char *bytes; size_t start, end, room; };
struct packet { uint32_t type, size; char *body; };

static int channel;
static struct buffer out, in;
static volatile sig_atomic_t stopped;

static void stop(int signal) { (void)signal; stopped = 1; }

static void make_room(struct buffer *b, size_t more) {
    if (b->start == b->end) b->start = b->end = 0;
    if (b->room - b->end >= more) return;
    if (b->start > 0) {
        memmove(b->bytes, b->bytes + b->start, b->end - b->start);
        b->end -= b->start;
        b->start = 0;
    }
    while (b->room - b->end < more) b->room = b->room ? b->room * 2 : READ;
    b->bytes = realloc(b->bytes, b->room);
    if (!b->bytes) die("out of memory");
}

static void put(const void *bytes, size_t size) {
    make_room(&out, size);
    memcpy(out.bytes + out.end, bytes, size);
    out.end += size;
}

static void head(uint32_t type, uint32_t size) {
    uint32_t words[2] = {htonl(type), htonl(size)};
    put("\0REQ", 4);
    put(words, sizeof words);
}

static void flush(void) {
    while (out.start < out.end) {
        ssize_t written = write(channel, out.bytes + out.start, out.end - out.start);
        if (written < 0) die("write failed");
        out.start += written;
    }
}

/* The next packet, if it is here; reads once more where wait says so. 0: not yet, or a signal came */
static int take(struct packet *packet, int wait) {
    for (;;) {
        if (in.end - in.start >= HEADER) {
            uint32_t words[2];
            memcpy(words, in.bytes + in.start + 4, sizeof words);
            packet->type = ntohl(words[0]);
            packet->size = ntohl(words[1]);
            if (in.end - in.start >= HEADER + (size_t)packet->size) {
                packet->body = in.bytes + in.start + HEADER;
                in.start += HEADER + packet->size;
                if (packet->type == ERROR_PACKET) die("the server sent an ERROR");
                return 1;
            }
            if (wait) make_room(&in, HEADER + (size_t)packet->size);
        }
        if (!wait) return 0;
        make_room(&in, READ);
        ssize_t got = read(channel, in.bytes + in.end, in.room - in.end);
        if (got < 0 && errno == EINTR) return 0;
        if (got <= 0) die("the server closed the connection");
        in.end += got;
    }
}

static void submit(const struct load *load, uint32_t type, const char *payload, int job) {
    char unique[32] = "";
    if (load->seq) snprintf(unique, sizeof unique, "seq-%d", job);
    size_t function = strlen(load->function) + 1, key = strlen(unique) + 1;
    head(type, function + key + load->payload);
    put(load->function, function);
    put(unique, key);
    put(payload, load->payload);
}

static void submit_all(const struct load *load, int first, int count) {
    char *payload = malloc(load->payload + 4);
    struct packet packet;
    int window = load->pipe ? WINDOW : 1, sent = 0, accepted = 0;
    while (accepted < count) {
        while (sent < count && sent - accepted < window) {
            fill(payload, load->payload, first + sent);
            submit(load, SUBMIT_JOB_BG, payload, first + sent++);
        }
        flush();
        /* all that is here, so that one write answers one read; half a window at least is refilled at once */
        for (int wait = 1; take(&packet, wait); wait = sent - accepted > window / 2) {
            if (packet.type == JOB_CREATED) accepted++;
        }
    }
    free(payload);
}

/* Handles end in a number that counts up, which finds the job */
static uint32_t number(const struct packet *packet, int job_created) {
    const char *end = job_created ? packet->body + packet->size : memchr(packet->body, 0, packet->size);
    const char *start = end;
    uint32_t value = 0;
    while (start > packet->body && start[-1] != ':') start--;
    for (; start < end && *start >= '0' && *start <= '9'; start++) value = value * 10 + (*start - '0');
    return value % HANDLES;
}

static void echo_all(const struct load *load, int count, double *latencies) {
    static int jobs[HANDLES];
    char *payload = malloc(load->payload + 4);
    double *sent_at = malloc(sizeof(double) * count);
    struct packet packet;
    int sent = 0, created = 0, ended = 0;
    while (ended < count) {
        while (sent < count && sent - ended < load->callers) {
            fill(payload, load->payload, sent);
            sent_at[sent] = now();
            submit(load, SUBMIT_JOB, payload, sent++);
        }
        flush();
        for (int wait = 1; take(&packet, wait); wait = 0) {
            if (packet.type == JOB_CREATED) {
                jobs[number(&packet, 1)] = created++;
            } else if (packet.type == WORK_COMPLETE) {
                int job = jobs[number(&packet, 0)];
                char *result = memchr(packet.body, 0, packet.size);
                fill(payload, load->payload, job);
                if (packet.body + packet.size - ++result != load->payload || memcmp(result, payload, load->payload))
                    die("a wrong answer");
                latencies[job] = now() - sent_at[job];
                ended++;
            }
        }
    }
    free(payload);
    free(sent_at);
}

static void work(struct load *load) {
    struct packet packet;
    int outstanding = 0, want = 1, done = 0, last = load->jobs > 0 ? load->warmup + load->jobs : -1;
    double began = now(), began_cpu = cpu();
    head(CAN_DO, strlen(load->function));
    put(load->function, strlen(load->function));
    while (!stopped && done != last) {
        for (; outstanding < want && (last < 0 || done + outstanding < last); outstanding++) head(GRAB_JOB, 0);
        flush();
        for (int wait = 1; done != last && take(&packet, wait); wait = outstanding > want / 2) {
            if (packet.type == JOB_ASSIGN) {
                char *function = memchr(packet.body, 0, packet.size);
                char *workload = (char *)memchr(function + 1, 0, packet.body + packet.size - function - 1) + 1;
                size_t handle = function + 1 - packet.body, size = packet.body + packet.size - workload;
                head(WORK_COMPLETE, handle + size);
                put(packet.body, handle);
                put(workload, size);
                outstanding--;
                want = want * 2 < load->concurrency ? want * 2 : load->concurrency;
                if (++done == load->warmup) began = now(), began_cpu = cpu();
                if (outstanding == 0) break;
            } else if (packet.type == NO_JOB) {
                want = 1;
                if (--outstanding == 0) {
                    head(PRE_SLEEP, 0);
                    want = 0;
                    break;
                }
            } else if (packet.type == NOOP) {
                want = 1;
                break;
            }
        }
    }
    flush();
    if (load->jobs == 0) load->jobs = done - load->warmup;
    report("raw", load, began, began_cpu, NULL);
}

static void dial(const struct load *load) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(load->port)};
    int on = 1;
    inet_pton(AF_INET, load->host, &address.sin_addr);
    channel = socket(AF_INET, SOCK_STREAM, 0);
    setsockopt(channel, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (connect(channel, (struct sockaddr *)&address, sizeof address)) die("cannot connect");
}

int main(int count, char **words) {
    struct load load = options(count, words);
    struct sigaction action = {.sa_handler = stop};
    sigaction(SIGTERM, &action, NULL);
    dial(&load);
    if (!strcmp(load.operation, "submit-bg")) {
        submit_all(&load, 0, load.warmup);
        double began = now(), began_cpu = cpu();
        submit_all(&load, load.warmup, load.jobs);
        report("raw", &load, began, began_cpu, NULL);
    } else if (!strcmp(load.operation, "echo")) {
        double *latencies = malloc(sizeof(double) * (load.jobs + load.warmup));
        echo_all(&load, load.warmup, latencies);
        double began = now(), began_cpu = cpu();
        echo_all(&load, load.jobs, latencies);
        report("raw", &load, began, began_cpu, latencies);
    } else if (!strcmp(load.operation, "worker")) {
        work(&load);
    } else {
        return 64;
    }
    return 0;
}
