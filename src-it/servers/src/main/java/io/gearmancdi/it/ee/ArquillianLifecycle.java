package io.gearmancdi.it.ee;

import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Applications come and go by Arquillian, where it has one server for all of them. */
@ArquillianTest
@RunAsClient
public abstract class ArquillianLifecycle extends LifecycleBehaviour {

    @ArquillianResource
    Deployer deployer;

    /** For subclasses. */
    protected ArquillianLifecycle() {}

    @Deployment(name = Guests.VISITOR, managed = false, testable = false)
    static WebArchive visitor() {
        return Guests.named(Guests.VISITOR, JOB_SERVER.address());
    }

    @Deployment(name = Guests.VIRTUAL, managed = false, testable = false)
    static WebArchive virtual() {
        return Guests.named(Guests.VIRTUAL, JOB_SERVER.address());
    }

    @Deployment(name = Guests.IDLE, managed = false, testable = false)
    static WebArchive idle() {
        return Guests.named(Guests.IDLE, JOB_SERVER.address());
    }

    @Deployment(name = Guests.BYSTANDER, managed = false, testable = false)
    static WebArchive bystander() {
        return Guests.named(Guests.BYSTANDER, JOB_SERVER.address());
    }

    @Deployment(name = Guests.LEAK, managed = false, testable = false)
    static WebArchive leak() {
        return Guests.named(Guests.LEAK, JOB_SERVER.address());
    }

    @Override
    protected void deploy(String guest) {
        deployer.deploy(guest);
    }

    @Override
    protected void undeploy(String guest) {
        deployer.undeploy(guest);
    }
}
