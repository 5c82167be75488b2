package kz.ortaq.server.command;

/** Ends a server in order when the process is told to stop. */
final class StopSignal {

    private StopSignal() {}

    /** Closes these, the first first, on SIGTERM or Ctrl+C. */
    static void closeOnStop(AutoCloseable... parts) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            for (AutoCloseable part : parts) {
                                try {
                                    part.close();
                                } catch (Exception e) {
                                    // The process ends in any case, and what is not closed is whole on disk.
                                    Output.say("while stopping: " + e);
                                }
                            }
                        },
                        "stop"));
    }
}
