package io.gearmancdi.event;

/** A part of the result has come: WORK_DATA. */
public non-sealed interface TaskData extends TaskEvent {

    /** {@return the payload; not a copy} */
    byte[] data();

    /** {@return the payload read as UTF-8} */
    String text();
}
