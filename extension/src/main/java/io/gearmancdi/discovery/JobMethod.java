package io.gearmancdi.discovery;

import io.gearmancdi.JobDescriptor;

/**
 * A job and the method that does it.
 *
 * @param descriptor the job
 * @param method its method, neither private nor static
 * @param standalone whether it runs as a worker of its own
 */
public record JobMethod(JobDescriptor descriptor, MethodView method, boolean standalone) {}
