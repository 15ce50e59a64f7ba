package io.gearmancdi.examples.quickstart;

import io.gearmancdi.GearmanWorkers;
import io.gearmancdi.ServerAddress;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program: reads the options, starts the container, says how it went. */
@Command(
        name = "quickstart",
        description = "Makes thumbnails and a contact sheet of a folder of images, as Gearman jobs.",
        footer = {"", "Exit codes: 0 all jobs done, 1 a job failed, 2 bad options or no images."},
        sortOptions = false)
class Quickstart implements Callable<Integer> {

    @Option(
            names = "--input",
            paramLabel = "DIR",
            defaultValue = "${sys:quickstart.input:-images}",
            description = "The folder of images: PNG, JPEG, GIF. Default: ${DEFAULT-VALUE}")
    private Path input;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            defaultValue = "${sys:quickstart.output:-gallery}",
            description = "Where thumbnails and contact sheet go. Default: ${DEFAULT-VALUE}")
    private Path output;

    @Option(
            names = "--servers",
            paramLabel = "HOST:PORT",
            split = ",",
            description = "Running job servers. Default: one inside this process")
    private List<ServerAddress> servers = List.of();

    @Option(names = "--work", description = "Run the workers only, for others, until Ctrl-C; needs --servers")
    private boolean workOnly;

    @Option(names = "--verbose", description = "Tell every step of every job")
    private boolean verbose;

    @Option(names = "--help", usageHelp = true, description = "Show this help")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    @Spec
    private CommandSpec spec;

    public static void main(String... args) throws IOException {
        System.setProperty("java.awt.headless", "true");
        System.setProperty("jdk.console", "java.base");
        try (var settings = Quickstart.class.getResourceAsStream("/logging.properties")) {
            LogManager.getLogManager().readConfiguration(settings);
        }
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Quickstart())
                .registerConverter(ServerAddress.class, ServerAddress::parse)
                .setParameterExceptionHandler((e, args) -> {
                    e.getCommandLine().getErr().println(e.getMessage() + System.lineSeparator() + "See --help");
                    return CommandLine.ExitCode.USAGE;
                });
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return workOnly ? work() : makeGallery();
    }

    private int makeGallery() throws IOException {
        var images = images();
        var screen = Screen.on(spec.commandLine().getOut());
        screen.line("%d images in %s".formatted(images.size(), input));
        chooseServers();
        try (var container = SeContainerInitializer.newInstance().initialize()) {
            var gallery = container.select(Gallery.class).get();
            var summary = gallery.make(images, output.toAbsolutePath(), new Progress(screen, verbose));
            summary.print(screen);
            return summary.isSuccessful() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        }
    }

    private int work() throws IOException, InterruptedException {
        if (servers.isEmpty()) {
            throw bad("--work needs --servers: there is nobody else to work for");
        }
        chooseServers();
        try (var container = SeContainerInitializer.newInstance().initialize()) {
            var screen = Screen.on(spec.commandLine().getOut());
            for (var worker : container.select(GearmanWorkers.class).get().list()) {
                screen.line("Working: %s (Ctrl-C ends)".formatted(worker.callableName()));
            }
            new CountDownLatch(1).await();
            return CommandLine.ExitCode.OK;
        }
    }

    private void chooseServers() throws IOException {
        if (servers.isEmpty()) {
            Servers.useEmbedded();
        } else {
            Servers.use(servers);
        }
    }

    private List<Path> images() throws IOException {
        if (!Files.isDirectory(input)) {
            throw bad("There is no folder " + input);
        }
        var thumbnails = Gallery.thumbnails(output);
        if (Files.exists(thumbnails) && Files.isSameFile(input, thumbnails)) {
            throw bad("The thumbnails would overwrite the images in " + input + "; choose another --output");
        }
        var images = ImageFiles.in(input.toAbsolutePath());
        if (images.isEmpty()) {
            throw bad("There are no images (PNG, JPEG, GIF) in " + input);
        }
        return images;
    }

    private ParameterException bad(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
