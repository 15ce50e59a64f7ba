package io.gearmancdi.cli;

import io.gearmancdi.ServerAddress;
import java.io.PrintWriter;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** All commands, and what becomes of what goes wrong in them. */
final class CommandTree {

    private final CommandLine root;

    private CommandTree(CommandLine root) {
        this.root = root;
    }

    /**
     * @param host what the commands work with
     * @param out takes data
     * @param err takes talk
     * @param ansi whether help has colours
     * @param more options that all commands understand besides
     */
    static CommandTree of(Host host, PrintWriter out, PrintWriter err, Ansi ansi, Object... more) {
        var root = new CommandLine(new Root());
        for (var mixin : more) {
            root.getCommandSpec().addMixin(mixin.getClass().getSimpleName(), CommandSpec.forAnnotatedObject(mixin));
        }
        root.addSubcommand(new CacheClear(host, out))
                .addSubcommand(new CacheWarmup(host, out))
                .addSubcommand(new JobCancel(host, out, err))
                .addSubcommand(new JobDescribe(host, out, err))
                .addSubcommand(new JobExecute(host, out, err))
                .addSubcommand(new JobSubmit(host, out, err))
                .addSubcommand(new ServerStatus(host, out, err))
                .addSubcommand(new ServerWorkers(host, out, err))
                .addSubcommand(new WorkerDescribe(host, out, err))
                .addSubcommand(new WorkerExecute(host, out, err))
                .addSubcommand(new WorkerList(host, out))
                .addSubcommand(new Completion())
                .registerConverter(ServerAddress.class, ServerAddress::parse)
                .setOut(out)
                .setErr(err)
                .setColorScheme(CommandLine.Help.defaultColorScheme(ansi))
                .setParameterExceptionHandler((e, args) -> usage(e))
                .setExecutionExceptionHandler((e, command, parsed) -> failure(e, command));
        return new CommandTree(root);
    }

    int run(String... arguments) {
        int code = root.execute(plain(arguments));
        root.getOut().flush();
        root.getErr().flush();
        return code;
    }

    private String[] plain(String... arguments) {
        Set<String> commands = root.getSubcommands().keySet();
        var result = arguments.clone();
        for (int i = 0; i < result.length; i++) {
            var name = CommandNames.plain(result[i]);
            if (commands.contains(name)) {
                result[i] = name;
                break;
            }
        }
        return result;
    }

    private static int usage(ParameterException problem) {
        tell(problem.getCommandLine(), problem.getMessage() + System.lineSeparator() + "See --help");
        return ExitCode.USAGE.number();
    }

    private static int failure(Exception problem, CommandLine command) {
        var code = ExitCode.of(problem);
        if (code == ExitCode.UNEXPECTED) {
            problem.printStackTrace(command.getErr());
        } else {
            tell(command, problem.getMessage());
        }
        return code.number();
    }

    private static void tell(CommandLine command, String problem) {
        command.getErr().println(command.getColorScheme().errorText(problem));
    }
}
