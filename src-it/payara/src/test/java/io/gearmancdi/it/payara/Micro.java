package io.gearmancdi.it.payara;

import static java.nio.charset.StandardCharsets.UTF_8;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.PayaraMicro;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;

/**
 * A Payara Micro to which applications come and from which they go, as lines of its input say: {@code + NAME FILE} and
 * {@code - NAME}. It answers each with a line, and ends with its input.
 */
final class Micro {

    private static final String ADDRESS =
            "configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address=";

    private Micro() {}

    public static void main(String[] port) throws IOException, BootstrapException {
        var answers = System.out;
        var orders = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        // What the server says goes to its log
        System.setOut(System.err);
        var runtime = PayaraMicro.getInstance()
                .setHttpPort(Integer.parseInt(port[0]))
                .setNoHazelcast(true)
                .setNoCluster(true)
                .setPreBootHandler(commands -> {
                    commands.run("set", ADDRESS + "127.0.0.1");
                    commands.run("disable-phone-home");
                })
                .bootStrap();
        answers.println("started");
        for (var order = orders.readLine(); order != null; order = orders.readLine()) {
            var words = List.of(order.split(" ", 3));
            if (words.get(0).equals("+")) {
                answers.println(runtime.deploy(words.get(1), words.get(1), new File(words.get(2))));
            } else {
                runtime.undeploy(words.get(1));
                answers.println(true);
            }
        }
        runtime.shutdown();
    }
}
