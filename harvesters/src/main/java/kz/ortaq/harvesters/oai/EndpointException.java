package kz.ortaq.harvesters.oai;

import java.util.Optional;
import kz.ortaq.harvesters.net.NetException;

/** An endpoint did not say what it was asked about itself. */
final class EndpointException extends Exception {

    private final String why;

    EndpointException(Throwable cause) {
        super(said(cause), cause);
        this.why = said(cause);
    }

    EndpointException(String why) {
        super(why);
        this.why = why;
    }

    /** What was wrong, in one line. */
    String why() {
        return why;
    }

    /** The failure of the address, where it was that. */
    Optional<NetException> net() {
        for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof NetException net) {
                return Optional.of(net);
            }
        }
        return Optional.empty();
    }

    /** The innermost message: xoai wraps it several times. */
    private static String said(Throwable fault) {
        Throwable innermost = fault;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String message = innermost.getMessage();
        return message == null || message.isBlank() ? innermost.getClass().getSimpleName() : message;
    }
}
