package io.gearmancdi.event;

/** The server has accepted the job: JOB_CREATED. */
public non-sealed interface TaskCreated extends TaskEvent {}
