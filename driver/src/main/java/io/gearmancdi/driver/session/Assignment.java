package io.gearmancdi.driver.session;

/**
 * A job that a server has given to the worker.
 *
 * @param handle its handle
 * @param function its function
 * @param unique its unique; empty if none
 * @param payload its workload
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record Assignment(String handle, String function, String unique, byte[] payload) {}
