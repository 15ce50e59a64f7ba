package io.gearmancdi.driver.client;

import io.gearmancdi.event.TaskEvent;

/** Brings what the reader learnt of tasks to the thread that wants to know. Filled by any thread. */
interface Mailbox {

    void post(TaskEvent event);

    /** How its tasks are to be sent. Asked by the thread that submits one. */
    Haste haste();

    /** A task has its outcome; called once per task, after its last event. */
    void ended(ClientTask task);
}
