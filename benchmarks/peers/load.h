/* What all peers share: options, clock, the last line of output. */
#ifndef LOAD_H
#define LOAD_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

struct load {
    const char *operation;
    const char *host;
    const char *function;
    int port;
    int jobs;
    int warmup;
    int payload;
    int concurrency;
    int callers;
    int pipe; /* --mode pipe or tasks, not sync */
    int seq;  /* --unique seq, not none */
};

static void die(const char *what) {
    fprintf(stderr, "%s\n", what);
    exit(1);
}

static struct load options(int count, char **words) {
    struct load load = {"", "127.0.0.1", "f", 4730, 1000, 0, 64, 1, 1, 1, 0};
    if (count < 2) exit(64);
    load.operation = words[1];
    for (int i = 2; i + 1 < count; i += 2) {
        const char *name = words[i], *value = words[i + 1];
        if (!strcmp(name, "--host")) load.host = value;
        else if (!strcmp(name, "--function")) load.function = value;
        else if (!strcmp(name, "--port")) load.port = atoi(value);
        else if (!strcmp(name, "--jobs")) load.jobs = atoi(value);
        else if (!strcmp(name, "--warmup")) load.warmup = atoi(value);
        else if (!strcmp(name, "--payload")) load.payload = atoi(value);
        else if (!strcmp(name, "--concurrency")) load.concurrency = atoi(value);
        else if (!strcmp(name, "--callers")) load.callers = atoi(value);
        else if (!strcmp(name, "--mode")) load.pipe = strcmp(value, "sync") != 0;
        else if (!strcmp(name, "--unique")) load.seq = !strcmp(value, "seq");
        else exit(64);
    }
    return load;
}

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec / 1e9;
}

static double cpu(void) {
    struct rusage u;
    getrusage(RUSAGE_SELF, &u);
    return u.ru_utime.tv_sec + u.ru_stime.tv_sec + (u.ru_utime.tv_usec + u.ru_stime.tv_usec) / 1e6;
}

static int ascending(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

/* latencies: seconds of each job, sorted here; NULL where there are none */
static void report(const char *peer, const struct load *load, double began, double began_cpu, double *latencies) {
    double seconds = now() - began, used = cpu() - began_cpu;
    int jobs = load->jobs > 0 ? load->jobs : 1;
    struct rusage u;
    getrusage(RUSAGE_SELF, &u);
    printf("{\"peer\":\"%s\",\"op\":\"%s\",\"jobs\":%d,\"seconds\":%.3f,\"rate\":%.3f,\"cpu_us_per_job\":%.3f,\"rss_kb\":%ld",
           peer, load->operation, load->jobs, seconds, load->jobs / seconds, used * 1e6 / jobs, u.ru_maxrss);
    if (latencies) {
        qsort(latencies, load->jobs, sizeof *latencies, ascending);
        printf(",\"p50_us\":%.3f,\"p99_us\":%.3f,\"mb_s\":%.3f", latencies[load->jobs / 2] * 1e6,
               latencies[(int)(load->jobs * 0.99)] * 1e6, (double)load->payload * load->jobs / seconds / 1e6);
    }
    printf("}\n");
    fflush(stdout);
}

/* Bytes that differ from job to job: its number, big-endian, at the start and at the end, zeros between */
static void fill(char *payload, int size, uint32_t job) {
    memset(payload, 0, size);
    for (int i = 0; i < 4 && size >= 4; i++) payload[i] = payload[size - 4 + i] = job >> (24 - 8 * i);
}

#endif
