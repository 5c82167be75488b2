package kz.ortaq.harvesters.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.ortaq.harvesters.net.TestNet.failure;
import static kz.ortaq.harvesters.net.TestNet.net;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import kz.ortaq.config.Reason;
import kz.ortaq.harvesters.net.LocalServer.Reply;
import org.junit.jupiter.api.Test;

/** What is read of an answer, however it is packed. */
final class BodyTest {

    @Test
    void unpacksWhatIsPackedWhateverTheHeaderSays() throws Exception {
        byte[] text = "Кітап".getBytes(UTF_8);
        Map<String, Reply> replies = Map.of(
                "/gzip", new Reply(200, Map.of("Content-Encoding", "gzip"), gzip(text), 0),
                "/unannounced", new Reply(200, Map.of(), gzip(text), 0),
                "/twice", new Reply(200, Map.of("Content-Encoding", "gzip"), gzip(gzip(text)), 0),
                "/deflate", new Reply(200, Map.of("Content-Encoding", "deflate"), deflate(text, false), 0),
                "/bare", new Reply(200, Map.of("Content-Encoding", "deflate"), deflate(text, true), 0),
                "/lie", new Reply(200, Map.of("Content-Encoding", "gzip"), text, 0));
        try (LocalServer server = new LocalServer(uri -> replies.getOrDefault(uri.getPath(), Reply.of(404, "")));
                Net net = net(server.settings())) {
            for (String path : replies.keySet()) {
                Answer answer = net.get(server.address(path), any -> false);

                assertEquals("Кітап", new String(answer.body(), UTF_8), path);
            }
        }
    }

    @Test
    void refusesABodyThatUnpacksBeyondTheBound() throws Exception {
        byte[] bomb = gzip(new byte[10_000_000]);
        try (LocalServer server = new LocalServer(uri -> new Reply(200, Map.of(), bomb, 0));
                Net net = net(server.settings("harvest.page-bytes=1000000"))) {
            NetException failure = failure(net, server.address("/"));

            assertEquals(Reason.ANSWER_TOO_LARGE, failure.reason());
            assertEquals("1000000", failure.value());
        }
    }

    @Test
    void refusesABodyThatIsLongerThanTheBound() throws Exception {
        try (LocalServer server = new LocalServer(uri -> Reply.xml("x".repeat(2_000)));
                Net net = net(server.settings("harvest.page-bytes=1024"))) {
            assertEquals(
                    Reason.ANSWER_TOO_LARGE, failure(net, server.address("/")).reason());
        }
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
            packed.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] deflate(byte[] bytes, boolean bare) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream packed = new DeflaterOutputStream(out, new Deflater(Deflater.BEST_SPEED, bare))) {
            packed.write(bytes);
        }
        return out.toByteArray();
    }
}
