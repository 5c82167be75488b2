package kz.ortaq.server.api;

import java.io.IOException;
import java.util.Map;
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

    public Health(Works works) {
        this.works = works;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!Request.getPathInContext(request).equals("/healthz")) {
            return false;
        }
        Answers.json(response, callback, HttpStatus.OK_200, Map.of("status", "ok", "works", works.count()));
        return true;
    }
}
