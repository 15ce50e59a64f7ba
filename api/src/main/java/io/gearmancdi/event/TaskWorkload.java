package io.gearmancdi.event;

/** The job is about to be sent: once per submission, in the caller's thread, before its bytes are queued. */
public non-sealed interface TaskWorkload extends TaskEvent {}
