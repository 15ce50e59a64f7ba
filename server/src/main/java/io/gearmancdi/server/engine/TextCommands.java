package io.gearmancdi.server.engine;

import io.gearmancdi.protocol.AdminProtocol;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What operators ask for in text (PROTOCOL, "Administrative Protocol"). Answers are those of gearmand to the byte:
 * tables and values end in LF, outcomes in CRLF.
 */
final class TextCommands {
    private static final String OK = "OK\r\n";
    private static final String UNKNOWN_JOB = "ERR UNKNOWN_JOB\r\n";

    private final EngineSettings settings;
    private final Jobs jobs;
    private final Functions functions;
    private final Handles handles;
    private final WorkReports reports;
    private final Tables tables;
    private Ending ending = Ending.NONE;

    TextCommands(
            EngineSettings settings,
            Jobs jobs,
            Functions functions,
            Handles handles,
            WorkReports reports,
            Collection<Peer> peers) {
        this.settings = settings;
        this.jobs = jobs;
        this.functions = functions;
        this.handles = handles;
        this.reports = reports;
        this.tables = new Tables(jobs, functions, handles, peers);
    }

    void answer(Outlet operator, String line) {
        var words = List.of(line.strip().split("[ \t]+"));
        var table = table(words);
        if (table != null) {
            operator.send(table);
        } else {
            operator.send(answer(words));
        }
    }

    private @Nullable Table table(List<String> words) {
        return switch (words.get(0).toLowerCase(Locale.ROOT)) {
            case "status" -> tables.status();
            case "prioritystatus" -> tables.priorityStatus();
            case "workers" -> tables.workers();
            case "show" -> tableOfJobs(words);
            default -> null;
        };
    }

    private @Nullable Table tableOfJobs(List<String> words) {
        return switch (String.join(" ", words.subList(1, words.size())).toLowerCase(Locale.ROOT)) {
            case "jobs" -> tables.jobs();
            case "unique jobs" -> tables.uniques();
            default -> null;
        };
    }

    private String answer(List<String> words) {
        return switch (words.get(0).toLowerCase(Locale.ROOT)) {
            case "version" -> AdminProtocol.formatVersion(settings.version()) + '\n';
            case "getpid" -> "OK " + settings.processId() + '\n';
            case "verbose" -> "OK ERROR\n";
            case "show" -> words.size() == 1 ? unknown(words) : "ERR UNKNOWN_SHOW_ARGUMENTS\r\n";
            case "create" -> create(words);
            case "drop" -> drop(words);
            case "maxqueue" -> limit(words);
            case "cancel" -> cancel(words);
            case "shutdown" -> shutdown(words);
            default -> unknown(words);
        };
    }

    /** How the server is to end, as operators see it. */
    Ending ending() {
        return ending;
    }

    /** Known to the document, to gearmand 1.1 no more. Only where the settings allow it, as anybody might say it. */
    private String shutdown(List<String> words) {
        if (!settings.shutdownCommand()) {
            return unknown(words);
        }
        boolean graceful = words.size() == 2 && words.get(1).equalsIgnoreCase("graceful");
        if (words.size() > 1 && !graceful) {
            return "ERR UNKNOWN_ERROR\r\n";
        }
        ending = graceful ? Ending.GRACEFUL : Ending.NOW;
        return OK;
    }

    private String create(List<String> words) {
        if (!namesFunction(words)) {
            return incomplete(words);
        }
        return functions.get(Name.of(words.get(2)).bytes) == null ? "ERR INVALID_FUNCTION_NAME\r\n" : OK;
    }

    /** A function with jobs or workers stays: nobody could run those jobs any more. */
    private String drop(List<String> words) {
        if (!namesFunction(words)) {
            return incomplete(words);
        }
        var function = functions.find(Name.of(words.get(2)));
        if (function == null) {
            return "ERR function not found\r\n";
        }
        if (function.workers > 0 || function.total > 0) {
            return "ERR there are still connected workers or executing clients\r\n";
        }
        functions.remove(function);
        return OK;
    }

    private static boolean namesFunction(List<String> words) {
        return words.size() == 3 && words.get(1).equalsIgnoreCase("function");
    }

    /** No number: no limit; one: for all priorities; three: high, normal, low. */
    private String limit(List<String> words) {
        if (words.size() == 1) {
            return incomplete(words);
        }
        var function = functions.find(Name.of(words.get(1)));
        if (function != null) {
            var limits = words.subList(2, words.size());
            for (int i = 0; i < Priority.IN_ORDER.size(); i++) {
                function.limit(Priority.IN_ORDER.get(i), limitOf(i, limits));
            }
        }
        return OK;
    }

    private static int limitOf(int place, List<String> limits) {
        if (limits.isEmpty()) {
            return 0;
        }
        var text = limits.get(limits.size() == 3 ? place : 0);
        return (int) Math.min(Numbers.parse(Name.of(text).bytes), Integer.MAX_VALUE);
    }

    private String cancel(List<String> words) {
        if (words.size() != 3) {
            return unknown(words);
        }
        if (!words.get(1).equalsIgnoreCase("job")) {
            return "ERR UNKNOWN_ERROR\r\n";
        }
        var job = jobs.numbers().find(handles.number(Name.of(words.get(2)).bytes));
        if (job == null || job.disowned) {
            return UNKNOWN_JOB;
        }
        reports.cancel(job);
        return OK;
    }

    private static String unknown(List<String> words) {
        return "ERR UNKNOWN_COMMAND Unknown+server+command" + words.get(0) + "\r\n";
    }

    private static String incomplete(List<String> words) {
        return "ERR INVALID_ARGUMENTS An+incomplete+set+of+arguments+was+sent+to+this+command+" + words.get(0) + "\r\n";
    }
}
