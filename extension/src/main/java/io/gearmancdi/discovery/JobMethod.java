package io.gearmancdi.discovery;

import io.gearmancdi.JobDescriptor;
import java.lang.reflect.Method;

/**
 * A job and the method that does it.
 *
 * @param descriptor the job
 * @param method its method, neither private nor static
 * @param signature what the method takes
 * @param standalone whether it runs as a worker of its own
 */
public record JobMethod(JobDescriptor descriptor, Method method, Signature signature, boolean standalone) {}
