package io.gearmancdi;

import java.util.List;

/** A worker as it was found at boot, with its effective settings. Immutable. */
public final class WorkerDescriptor {

    private final String callableName;
    private final String className;
    private final String service;
    private final String description;
    private final WorkerSettings settings;
    private final List<JobDescriptor> jobs;

    private WorkerDescriptor(Builder builder) {
        this.callableName = builder.callableName;
        this.className = builder.className;
        this.service = builder.service;
        this.description = builder.description;
        this.settings = builder.settings;
        this.jobs = List.copyOf(builder.jobs);
    }

    /**
     * Starts a description.
     *
     * @param callableName the name that clients and the console use
     * @return a builder
     */
    public static Builder builder(String callableName) {
        return new Builder(callableName);
    }

    /** {@return the name that clients and the console use} */
    public String callableName() {
        return callableName;
    }

    /** {@return the name of the class; empty for a handler registered in code} */
    public String className() {
        return className;
    }

    /** {@return the {@code @Named} name of the bean; empty: the only one} */
    public String service() {
        return service;
    }

    /** {@return a line for listings} */
    public String description() {
        return description;
    }

    /** {@return how the worker runs} */
    public WorkerSettings settings() {
        return settings;
    }

    /** {@return its jobs} */
    public List<JobDescriptor> jobs() {
        return jobs;
    }

    @Override
    public String toString() {
        return callableName;
    }

    /** Builds a description. Not thread-safe. */
    public static final class Builder {

        private final String callableName;
        private String className = "";
        private String service = "";
        private String description = "";
        private WorkerSettings settings = WorkerSettings.defaults();
        private List<JobDescriptor> jobs = List.of();

        private Builder(String callableName) {
            this.callableName = callableName;
        }

        /**
         * Sets the name of the class; empty for a handler registered in code.
         *
         * @param className the value
         * @return this builder
         */
        public Builder className(String className) {
            this.className = className;
            return this;
        }

        /**
         * Sets the {@code @Named} name of the bean; empty: the only one.
         *
         * @param service the value
         * @return this builder
         */
        public Builder service(String service) {
            this.service = service;
            return this;
        }

        /**
         * Sets a line for listings.
         *
         * @param description the value
         * @return this builder
         */
        public Builder description(String description) {
            this.description = description;
            return this;
        }

        /**
         * Sets how the worker runs.
         *
         * @param settings the value
         * @return this builder
         */
        public Builder settings(WorkerSettings settings) {
            this.settings = settings;
            return this;
        }

        /**
         * Sets its jobs.
         *
         * @param jobs the value
         * @return this builder
         */
        public Builder jobs(List<JobDescriptor> jobs) {
            this.jobs = jobs;
            return this;
        }

        /**
         * Makes the description.
         *
         * @return the description
         */
        public WorkerDescriptor build() {
            return new WorkerDescriptor(this);
        }
    }
}
