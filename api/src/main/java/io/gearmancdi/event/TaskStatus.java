package io.gearmancdi.event;

/** The worker tells how far it is: WORK_STATUS. Text that is no number counts as 0. */
public non-sealed interface TaskStatus extends TaskEvent {

    /** {@return what is done} */
    long numerator();

    /** {@return what is to do} */
    long denominator();
}
