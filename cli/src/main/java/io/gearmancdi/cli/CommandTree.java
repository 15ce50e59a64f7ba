package io.gearmancdi.cli;

import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** All commands, and what becomes of what goes wrong in them. */
final class CommandTree {

    private static final String PREFIX = "gearman:";

    private final CommandLine root;

    private CommandTree(CommandLine root) {
        this.root = root;
    }

    /**
     * @param ansi whether help has colours
     * @param more options that all commands understand besides
     */
    static CommandTree of(Surroundings surroundings, Ansi ansi, Object... more) {
        var options = new Root();
        var root = new CommandLine(options);
        for (var mixin : more) {
            root.getCommandSpec().addMixin(mixin.getClass().getSimpleName(), CommandSpec.forAnnotatedObject(mixin));
        }
        root.addSubcommand("worker:list", new WorkerList(surroundings))
                .addSubcommand("worker:describe", new WorkerDescribe(surroundings))
                .addSubcommand("worker:execute", new WorkerExecute(surroundings, options))
                .addSubcommand("job:describe", new JobDescribe(surroundings))
                .addSubcommand("job:execute", new JobExecute(surroundings, options))
                .setOut(surroundings.out())
                .setErr(surroundings.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(ansi))
                .setParameterExceptionHandler((e, args) -> usage(e))
                .setExecutionExceptionHandler((e, command, parsed) -> failure(e, command));
        return new CommandTree(root);
    }

    int run(String... arguments) {
        int code = root.execute(withoutPrefix(arguments));
        root.getOut().flush();
        root.getErr().flush();
        return code;
    }

    private String[] withoutPrefix(String... arguments) {
        Set<String> commands = root.getSubcommands().keySet();
        var result = arguments.clone();
        for (int i = 0; i < result.length; i++) {
            var argument = result[i];
            if (argument.startsWith(PREFIX) && commands.contains(argument.substring(PREFIX.length()))) {
                result[i] = argument.substring(PREFIX.length());
                break;
            }
        }
        return result;
    }

    private static int usage(ParameterException problem) {
        problem.getCommandLine().getErr().println(problem.getMessage() + System.lineSeparator() + "See --help");
        return ExitCode.USAGE.number();
    }

    private static int failure(Exception problem, CommandLine command) {
        var code = ExitCode.of(problem);
        var err = command.getErr();
        if (code == ExitCode.UNEXPECTED) {
            problem.printStackTrace(err);
        } else {
            err.println(problem.getMessage());
        }
        return code.number();
    }
}
