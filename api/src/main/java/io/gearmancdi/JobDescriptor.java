package io.gearmancdi;

import java.util.List;

/** A job as it was found at boot, with its effective settings. Immutable. */
public final class JobDescriptor {

    private final String name;
    private final String function;
    private final String methodName;
    private final String description;
    private final SubmitMethod defaultMethod;
    private final List<ServerAddress> servers;
    private final WorkerSettings settings;

    private JobDescriptor(Builder builder) {
        this.name = builder.name;
        this.function = builder.function;
        this.methodName = builder.methodName;
        this.description = builder.description;
        this.defaultMethod = builder.defaultMethod;
        this.servers = List.copyOf(builder.servers);
        this.settings = builder.settings;
    }

    /**
     * Starts a description.
     *
     * @param name the name without prefix that clients and the console use
     * @param function the function on the wire
     * @return a builder
     */
    public static Builder builder(String name, String function) {
        return new Builder(name, function);
    }

    /** {@return the name without prefix that clients and the console use} */
    public String name() {
        return name;
    }

    /** {@return the function on the wire} */
    public String function() {
        return function;
    }

    /** {@return the name of the method; empty for a handler registered in code} */
    public String methodName() {
        return methodName;
    }

    /** {@return a line for listings} */
    public String description() {
        return description;
    }

    /** {@return how {@link GearmanClient#callJob} submits it; never DEFAULT} */
    public SubmitMethod defaultMethod() {
        return defaultMethod;
    }

    /** {@return the only servers that the job is offered on; empty: those of the worker} */
    public List<ServerAddress> servers() {
        return servers;
    }

    /** {@return how the job runs when it runs alone} */
    public WorkerSettings settings() {
        return settings;
    }

    @Override
    public String toString() {
        return name;
    }

    /** Builds a description. Not thread-safe. */
    public static final class Builder {

        private final String name;
        private final String function;
        private String methodName = "";
        private String description = "";
        private SubmitMethod defaultMethod = SubmitMethod.NORMAL;
        private List<ServerAddress> servers = List.of();
        private WorkerSettings settings = WorkerSettings.defaults();

        private Builder(String name, String function) {
            this.name = name;
            this.function = function;
        }

        /**
         * Sets the name of the method; empty for a handler registered in code.
         *
         * @param methodName the value
         * @return this builder
         */
        public Builder methodName(String methodName) {
            this.methodName = methodName;
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
         * Sets how {@link GearmanClient#callJob} submits it; never DEFAULT.
         *
         * @param defaultMethod the value
         * @return this builder
         */
        public Builder defaultMethod(SubmitMethod defaultMethod) {
            this.defaultMethod = defaultMethod;
            return this;
        }

        /**
         * Sets the only servers that the job is offered on; empty: those of the worker.
         *
         * @param servers the value
         * @return this builder
         */
        public Builder servers(List<ServerAddress> servers) {
            this.servers = servers;
            return this;
        }

        /**
         * Sets how the job runs when it runs alone.
         *
         * @param settings the value
         * @return this builder
         */
        public Builder settings(WorkerSettings settings) {
            this.settings = settings;
            return this;
        }

        /**
         * Makes the description.
         *
         * @return the description
         */
        public JobDescriptor build() {
            return new JobDescriptor(this);
        }
    }
}
