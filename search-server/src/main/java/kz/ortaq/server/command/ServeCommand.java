package kz.ortaq.server.command;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import kz.ortaq.engine.index.SearchIndex;
import kz.ortaq.engine.text.HelperProgram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ortaq serve}: the server. */
@Command(name = "serve", description = "Run the server, which harvests its sources by itself.")
public final class ServeCommand implements Callable<Integer> {

    private final Workplace workplace;

    @Option(names = "--port", description = "The port to listen on (as --set server.port=N).", defaultValue = "-1")
    private int port = -1;

    public ServeCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws Exception {
        List<String> own = new ArrayList<>();
        if (port >= 0) {
            own.add("server.port=" + port);
        }
        try (Ortaq ortaq = workplace.open(Workplace.DATA, own);
                Serving serving = new Serving(ortaq);
                Scheduler scheduler = new Scheduler(
                        ortaq.stores(),
                        ortaq.harvests(),
                        ortaq.links(),
                        ortaq.settings().harvest(),
                        Clock.systemUTC())) {
            scheduler.start();
            HelperProgram.advice().forEach(Output::say);
            Output.say("Ortaq serves at " + serving.address() + "/ (Ctrl+C stops it)");
            StopSignal.closeOnStop(scheduler, serving, ortaq);
            serving.join();
            return ExitCode.DONE;
        } catch (SearchIndex.Busy e) {
            Output.say("Another server or harvest works on this data folder; stop it, or wait until it ends.");
            return ExitCode.FAILED;
        }
    }
}
