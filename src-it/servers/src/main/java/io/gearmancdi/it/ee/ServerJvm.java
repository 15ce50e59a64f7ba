package io.gearmancdi.it.ee;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The process of the application server, seen from outside by the tools of the JDK. */
final class ServerJvm {

    private static final int PATIENCE_SECONDS = 60;

    private final long process;

    private ServerJvm(long process) {
        this.process = process;
    }

    /** The child of this process whose command line has this text. */
    static ServerJvm with(String text) {
        return ProcessHandle.current()
                .descendants()
                .filter(child -> child.info().commandLine().orElse("").contains(text))
                .filter(child -> child.info().command().orElse("").endsWith("java"))
                .map(child -> new ServerJvm(child.pid()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no process of a server"));
    }

    /** Classes of this name that the collector cannot take, one for each class loader that has one. */
    List<String> loaded(Class<?> type) throws IOException, InterruptedException {
        assertThat(jcmd("GC.run")).isNotEmpty();
        return jcmd("VM.class_hierarchy", type.getName())
                .filter(line -> line.contains("--" + type.getName() + "/"))
                .toList();
    }

    /** What threads do that run code of the library. */
    List<String> threadsInTheLibrary() throws IOException, InterruptedException {
        return jcmd("Thread.print")
                .map(String::strip)
                .filter(line -> line.startsWith("at io.gearmancdi.") || line.contains("//io.gearmancdi."))
                .toList();
    }

    private Stream<String> jcmd(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        command.add(Long.toString(process));
        command.addAll(List.of(arguments));
        var tool = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(tool.getInputStream().readAllBytes(), UTF_8);
        if (!tool.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || tool.exitValue() != 0) {
            throw new IOException(command + " failed: " + output);
        }
        return output.lines();
    }
}
