package io.gearmancdi.server.main;

import picocli.CommandLine.IVersionProvider;

/** The version in the manifest. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        var version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"gearman-cdi-server " + (version == null ? "unknown" : version)};
    }
}
