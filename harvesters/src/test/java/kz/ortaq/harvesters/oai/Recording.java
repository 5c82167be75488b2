package kz.ortaq.harvesters.oai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import kz.ortaq.harvesters.net.LocalServer.Reply;

/** One recorded request and its answer: a {@code .meta.json} and the {@code .body} beside it. */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record Recording(String name, URI uri, int status, Map<String, String> headers, byte[] body) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TOKEN =
            Pattern.compile("<(?:[\\w.-]+:)?resumptionToken(?:\\s[^>]*)?>([^<]+)</(?:[\\w.-]+:)?resumptionToken>");

    /** All recordings of a folder, by name; empty when there is no such folder. */
    static List<Recording> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".meta.json"))
                    .sorted()
                    .map(Recording::read)
                    .toList();
        }
    }

    private static Recording read(Path meta) {
        try {
            JsonNode json = JSON.readTree(Files.readAllBytes(meta));
            Map<String, String> headers = new HashMap<>();
            json.get("headers")
                    .properties()
                    .forEach(header -> headers.put(
                            header.getKey().toLowerCase(Locale.ROOT),
                            header.getValue().get(0).asText()));
            String name = meta.getFileName().toString().replace(".meta.json", "");
            // Tokens were sent as they stood in the page; a few hold what an URI must not.
            URI uri = URI.create(json.get("uri").asText().replace(" ", "%20"));
            byte[] body = Files.readAllBytes(meta.resolveSibling(name + ".body"));
            return new Recording(name, uri, json.get("status").asInt(), headers, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, String> arguments() {
        return arguments(uri);
    }

    /** The arguments of a request, decoded once. */
    static Map<String, String> arguments(URI uri) {
        return Stream.of(Optional.ofNullable(uri.getRawQuery()).orElse("").split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0],
                        pair -> pair.length < 2 ? "" : URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                        (one, two) -> two));
    }

    boolean asks(String verb) {
        return verb.equals(arguments().get("verb"));
    }

    /** The token asked with, as it stands in the address; empty for the first request of a list. */
    Optional<String> rawToken() {
        return Stream.of(Optional.ofNullable(uri.getRawQuery()).orElse("").split("&"))
                .filter(pair -> pair.startsWith("resumptionToken="))
                .map(pair -> pair.substring("resumptionToken=".length()))
                .findFirst();
    }

    /** Whether this is the answer for {@code token}, which some recorders sent encoded and some as it stood. */
    boolean answersToken(String token) {
        return rawToken()
                .filter(raw -> raw.equals(token)
                        || URLDecoder.decode(raw, StandardCharsets.UTF_8).equals(token))
                .isPresent();
    }

    /** The body unpacked, as text for counting in; bytes that are not UTF-8 do not matter for that. */
    String text() {
        boolean packed = body.length > 1 && (body[0] & 0xFF) == 0x1F && (body[1] & 0xFF) == 0x8B;
        try (InputStream in =
                packed ? new GZIPInputStream(new ByteArrayInputStream(body)) : new ByteArrayInputStream(body)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The token that the body ends with; empty on the last page. */
    Optional<String> nextToken() {
        Matcher matcher = TOKEN.matcher(text());
        return matcher.find()
                ? Optional.of(matcher.group(1).strip().replace("&amp;", "&")).filter(token -> !token.isEmpty())
                : Optional.empty();
    }

    /** The same answer from a server of our own: hop-by-hop headers left out, redirects leading to a path of its own. */
    Reply reply() {
        Map<String, String> kept = new HashMap<>();
        for (String header : List.of("content-type", "content-encoding", "retry-after")) {
            Optional.ofNullable(headers.get(header)).ifPresent(value -> kept.put(header, value));
        }
        Optional.ofNullable(headers.get("location"))
                .map(URI::create)
                .ifPresent(location -> kept.put("location", location.getRawPath() + "?" + location.getRawQuery()));
        return new Reply(status, kept, body, 0);
    }
}
