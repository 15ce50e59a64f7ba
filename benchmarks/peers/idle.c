/*
 * Many idle workers and one job: how long until its result is back. Each worker has a connection of its own and sleeps;
 * who is woken grabs, and sleeps again when there is nothing. The next job is submitted when all sleep.
 * Usage: idle --port P --function F --callers WORKERS --jobs N --warmup W
 */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "load.h"

enum { CAN_DO = 1, PRE_SLEEP = 4, NOOP = 6, SUBMIT_JOB = 7, GRAB_JOB = 9, NO_JOB = 10, JOB_ASSIGN = 11, WORK_COMPLETE = 13 };
enum { HEADER = 12, ROOM = 4096 };

struct peer { int channel; size_t filled; char bytes[ROOM]; };

static int dial(const struct load *load) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(load->port)};
    int on = 1, channel = socket(AF_INET, SOCK_STREAM, 0);
    inet_pton(AF_INET, load->host, &address.sin_addr);
    if (connect(channel, (struct sockaddr *)&address, sizeof address)) die("cannot connect");
    setsockopt(channel, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return channel;
}

static void sends(int channel, uint32_t type, const char *body, uint32_t size) {
    char packet[ROOM] = "\0REQ";
    uint32_t words[2] = {htonl(type), htonl(size)};
    memcpy(packet + 4, words, sizeof words);
    memcpy(packet + HEADER, body, size);
    if (write(channel, packet, HEADER + size) != (ssize_t)(HEADER + size)) die("write failed");
}

int main(int count, char **words) {
    struct load load = options(count, words);
    int workers = load.callers, poll = epoll_create1(0), asleep = workers, total = load.warmup + load.jobs;
    struct peer *peers = calloc(workers + 1, sizeof *peers);
    for (int i = 0; i <= workers; i++) {
        peers[i].channel = dial(&load);
        struct epoll_event event = {.events = EPOLLIN, .data.u32 = i};
        epoll_ctl(poll, EPOLL_CTL_ADD, peers[i].channel, &event);
        if (i < workers) {
            sends(peers[i].channel, CAN_DO, load.function, strlen(load.function));
            sends(peers[i].channel, PRE_SLEEP, "", 0);
        }
    }
    sleep(1); /* all have fallen asleep */
    double *latencies = malloc(sizeof(double) * total), began = 0, began_cpu = 0, sent = 0;
    char submission[ROOM];
    size_t size = strlen(load.function) + 1;
    memcpy(submission, load.function, size);
    submission[size++] = 0;
    submission[size++] = 'x';
    for (int job = 0; job < total; job++) {
        int done = 0;
        if (job == load.warmup) began = now(), began_cpu = cpu();
        sent = now();
        sends(peers[workers].channel, SUBMIT_JOB, submission, size);
        while (!done || asleep < workers) {
            struct epoll_event events[256];
            int ready = epoll_wait(poll, events, 256, 20000);
            if (ready <= 0) die("nothing comes");
            for (int i = 0; i < ready; i++) {
                struct peer *peer = &peers[events[i].data.u32];
                ssize_t got = read(peer->channel, peer->bytes + peer->filled, ROOM - peer->filled);
                if (got <= 0) die("connection lost");
                peer->filled += got;
                size_t at = 0;
                while (peer->filled - at >= HEADER) {
                    uint32_t type, length;
                    memcpy(&type, peer->bytes + at + 4, 4);
                    memcpy(&length, peer->bytes + at + 8, 4);
                    type = ntohl(type), length = ntohl(length);
                    if (peer->filled - at < HEADER + length) break;
                    char *body = peer->bytes + at + HEADER;
                    at += HEADER + length;
                    if (peer == &peers[workers]) {
                        if (type == WORK_COMPLETE) latencies[job] = now() - sent, done = 1;
                    } else if (type == NOOP) {
                        asleep--;
                        sends(peer->channel, GRAB_JOB, "", 0);
                    } else if (type == JOB_ASSIGN) {
                        size_t handle = strnlen(body, length) + 1;
                        body[handle] = 'r';
                        sends(peer->channel, WORK_COMPLETE, body, handle + 1);
                        sends(peer->channel, GRAB_JOB, "", 0);
                    } else if (type == NO_JOB) {
                        sends(peer->channel, PRE_SLEEP, "", 0);
                        asleep++;
                    }
                }
                memmove(peer->bytes, peer->bytes + at, peer->filled - at);
                peer->filled -= at;
            }
        }
    }
    report("idle", &load, began, began_cpu, latencies + load.warmup);
    return 0;
}
