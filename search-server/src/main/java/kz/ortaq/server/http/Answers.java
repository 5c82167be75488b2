package kz.ortaq.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/** Reads parameters and writes answers, the same way for every endpoint. */
public final class Answers {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Answers() {}

    /** The parameters of the address, in their order, decoded as UTF-8. */
    public static Map<String, List<String>> parameters(Request request) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (Fields.Field field : Request.extractQueryParameters(request, StandardCharsets.UTF_8)) {
            parameters.put(field.getName(), List.copyOf(field.getValues()));
        }
        return parameters;
    }

    /** Writes a text in UTF-8. */
    public static void text(Response response, Callback callback, int status, String type, String text) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type + ";charset=utf-8");
        response.getHeaders().put(new HttpField("X-Content-Type-Options", "nosniff"));
        response.write(true, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), callback);
    }

    /** Writes a value as JSON. */
    public static void json(Response response, Callback callback, int status, Object value) {
        try {
            text(response, callback, status, "application/json", JSON.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer is not writable as JSON", e);
        }
    }

    /** Writes a problem as RFC 9457 has it. */
    public static void problem(Response response, Callback callback, int status, String title, String detail) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", title);
        problem.put("status", status);
        problem.put("detail", detail);
        try {
            text(response, callback, status, "application/problem+json", JSON.writeValueAsString(problem));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is not writable as JSON", e);
        }
    }

    /** Sends the reader to another address of this server. */
    public static void redirect(Response response, Callback callback, String location) {
        redirect(response, callback, location, 302);
    }

    /** Sends a reader on whose form was taken: what follows is asked for anew (RFC 9110 §15.4.4). */
    public static void seeOther(Response response, Callback callback, String location) {
        redirect(response, callback, location, 303);
    }

    private static void redirect(Response response, Callback callback, String location, int status) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.LOCATION, location);
        response.write(true, ByteBuffer.allocate(0), callback);
    }
}
