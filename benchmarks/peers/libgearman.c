/* libgearman, as its manual says: one client per thread, tasks where many are outstanding, a worker per thread. */
#include <libgearman/gearman.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>

#include "load.h"

enum { BATCH = 512 };

static struct load load;
static atomic_int next_job, done, wrong;
static double *latencies;

static gearman_client_st *client(void) {
    gearman_client_st *client = gearman_client_create(NULL);
    if (gearman_failed(gearman_client_add_server(client, load.host, load.port))) die("no such server");
    return client;
}

static const char *unique(char *room, size_t size, int job) {
    if (!load.seq) return NULL;
    snprintf(room, size, "seq-%d", job);
    return room;
}

static void submit_one_by_one(gearman_client_st *client, int first, int count) {
    char *payload = malloc(load.payload + 4), key[32], handle[GEARMAN_JOB_HANDLE_SIZE];
    for (int job = first; job < first + count; job++) {
        fill(payload, load.payload, job);
        if (gearman_failed(gearman_client_do_background(client, load.function, unique(key, sizeof key, job), payload,
                                                        load.payload, handle)))
            die(gearman_client_error(client));
    }
    free(payload);
}

static void submit_tasks(gearman_client_st *client, int first, int count) {
    char *payloads = malloc((size_t)(load.payload + 4) * BATCH), key[32];
    gearman_return_t result;
    for (int job = first; job < first + count;) {
        for (int i = 0; i < BATCH && job < first + count; i++, job++) {
            char *payload = payloads + (size_t)i * (load.payload + 4);
            fill(payload, load.payload, job);
            gearman_client_add_task_background(client, NULL, NULL, load.function, unique(key, sizeof key, job), payload,
                                               load.payload, &result);
            if (gearman_failed(result)) die(gearman_client_error(client));
        }
        if (gearman_failed(gearman_client_run_tasks(client))) die(gearman_client_error(client));
        gearman_client_task_free_all(client);
    }
    free(payloads);
}

static void check(const void *result, size_t size, int job) {
    char payload[load.payload + 4];
    fill(payload, load.payload, job);
    if (!result || size != (size_t)load.payload || memcmp(result, payload, size)) wrong++;
}

static void *call(void *jobs) {
    gearman_client_st *own = client();
    char *payload = malloc(load.payload + 4);
    for (int job = next_job++; job < *(int *)jobs; job = next_job++) {
        gearman_return_t code;
        size_t size;
        fill(payload, load.payload, job);
        double began = now();
        void *result = gearman_client_do(own, load.function, NULL, payload, load.payload, &size, &code);
        latencies[job] = now() - began;
        check(result, size, job);
        free(result);
    }
    free(payload);
    gearman_client_free(own);
    return NULL;
}

static void echo_threads(int jobs) {
    pthread_t threads[load.callers];
    next_job = 0;
    for (int i = 0; i < load.callers; i++) pthread_create(&threads[i], NULL, call, &jobs);
    for (int i = 0; i < load.callers; i++) pthread_join(threads[i], NULL);
}

static gearman_return_t complete(gearman_task_st *task) {
    int job = (int)(intptr_t)gearman_task_context(task);
    latencies[job] = now() - latencies[job];
    check(gearman_task_data(task), gearman_task_data_size(task), job);
    return GEARMAN_SUCCESS;
}

/* libgearman runs a set of tasks to its end: as many as are outstanding make a set */
static void echo_tasks(gearman_client_st *client, int jobs) {
    char *payloads = malloc((size_t)(load.payload + 4) * load.callers);
    gearman_return_t result;
    gearman_client_set_complete_fn(client, complete);
    for (int job = 0; job < jobs;) {
        for (int i = 0; i < load.callers && job < jobs; i++, job++) {
            char *payload = payloads + (size_t)i * (load.payload + 4);
            fill(payload, load.payload, job);
            latencies[job] = now();
            gearman_client_add_task(client, NULL, (void *)(intptr_t)job, load.function, NULL, payload, load.payload,
                                    &result);
            if (gearman_failed(result)) die(gearman_client_error(client));
        }
        if (gearman_failed(gearman_client_run_tasks(client))) die(gearman_client_error(client));
        gearman_client_task_free_all(client);
    }
    free(payloads);
}

static double began, began_cpu;
static volatile sig_atomic_t stopped;

static void stop(int signal) { (void)signal; stopped = 1; }

static gearman_return_t answer(gearman_job_st *job, void *context) {
    (void)context;
    if (gearman_failed(gearman_job_send_complete(job, gearman_job_workload(job), gearman_job_workload_size(job))))
        return GEARMAN_ERROR;
    if (++done == load.warmup) began = now(), began_cpu = cpu();
    return GEARMAN_SUCCESS;
}

static void *serve(void *none) {
    (void)none;
    gearman_worker_st *worker = gearman_worker_create(NULL);
    if (gearman_failed(gearman_worker_add_server(worker, load.host, load.port))) die("no such server");
    gearman_worker_set_timeout(worker, 200);
    gearman_worker_define_function(worker, load.function, strlen(load.function), gearman_function_create(answer), 0, NULL);
    while (!stopped && (load.jobs == 0 || done < load.warmup + load.jobs)) gearman_worker_work(worker);
    gearman_worker_free(worker);
    return NULL;
}

static void work(void) {
    pthread_t threads[load.concurrency];
    struct sigaction action = {.sa_handler = stop};
    sigaction(SIGTERM, &action, NULL);
    began = now(), began_cpu = cpu();
    for (int i = 0; i < load.concurrency; i++) pthread_create(&threads[i], NULL, serve, NULL);
    for (int i = 0; i < load.concurrency; i++) pthread_join(threads[i], NULL);
    if (load.jobs == 0) load.jobs = done - load.warmup;
    report("libgearman", &load, began, began_cpu, NULL);
}

int main(int count, char **words) {
    load = options(count, words);
    latencies = calloc(load.jobs + load.warmup + 1, sizeof(double));
    if (!strcmp(load.operation, "submit-bg")) {
        gearman_client_st *own = client();
        void (*submit)(gearman_client_st *, int, int) = load.pipe ? submit_tasks : submit_one_by_one;
        submit(own, 0, load.warmup);
        began = now(), began_cpu = cpu();
        submit(own, load.warmup, load.jobs);
        report("libgearman", &load, began, began_cpu, NULL);
    } else if (!strcmp(load.operation, "echo")) {
        gearman_client_st *own = client();
        load.pipe ? echo_tasks(own, load.warmup) : echo_threads(load.warmup);
        began = now(), began_cpu = cpu();
        load.pipe ? echo_tasks(own, load.jobs) : echo_threads(load.jobs);
        report("libgearman", &load, began, began_cpu, latencies);
        if (wrong) die("a wrong answer");
    } else if (!strcmp(load.operation, "worker")) {
        work();
    } else {
        return 64;
    }
    return 0;
}
