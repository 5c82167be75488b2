package kz.ortaq.server.command;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that does nothing by itself: one of its own commands must follow. */
abstract class Group implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(),
                "ortaq " + spec.name() + ": which of "
                        + String.join(", ", spec.subcommands().keySet()) + "?");
    }
}
