package io.gearmancdi;

/**
 * Why a job did not complete, as its worker told it.
 *
 * @param code {@link ReturnCode#WORK_FAIL} or {@link ReturnCode#WORK_EXCEPTION}
 * @param message what the worker sent as exception, or its last warning before it failed; empty if nothing. Written by
 *     a stranger: escape it before showing it
 */
public record RemoteFailure(ReturnCode code, String message) {}
