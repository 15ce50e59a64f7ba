package io.gearmancdi.event;

/** The worker warns: WORK_WARNING. */
public non-sealed interface TaskWarning extends TaskEvent {

    /** {@return the payload; not a copy} */
    byte[] data();

    /** {@return the payload read as UTF-8} */
    String text();
}
