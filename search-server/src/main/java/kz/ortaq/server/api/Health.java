package kz.ortaq.server.api;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import kz.ortaq.server.http.Answers;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** {@code /healthz}: the process lives, and its index answers. */
public final class Health extends Handler.Abstract {

    /** Counts what can be found; fails where the index does. */
    public interface Works {
        long count() throws IOException;
    }

    private final Works works;

    private final BooleanSupplier failing;
    private final Supplier<Optional<String>> waiting;

    /**
     * @param failing whether the index cannot follow the store
     * @param waiting why this server leaves new records to another, if it does: what it has, it serves
     */
    public Health(Works works, BooleanSupplier failing, Supplier<Optional<String>> waiting) {
        this.works = works;
        this.failing = failing;
        this.waiting = waiting;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!Request.getPathInContext(request).equals("/healthz")) {
            return false;
        }
        boolean ill = failing.getAsBoolean();
        Answers.json(
                response,
                callback,
                ill ? HttpStatus.SERVICE_UNAVAILABLE_503 : HttpStatus.OK_200,
                Map.of(
                        "status",
                        ill ? "indexing fails; see the log" : waiting.get().orElse("ok"),
                        "works",
                        works.count()));
        return true;
    }
}
