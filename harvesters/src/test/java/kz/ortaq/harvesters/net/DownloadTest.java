package kz.ortaq.harvesters.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.ortaq.harvesters.net.TestNet.net;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import kz.ortaq.config.Reason;
import kz.ortaq.harvesters.net.LocalServer.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are fetched onto the disk. */
final class DownloadTest {

    @TempDir
    private Path folder;

    @Test
    void writesAFileAndSaysWhatTheServerSaidOfIt() throws Exception {
        try (LocalServer server = new LocalServer(uri -> Reply.of(200, "Абай").with("ETag", "\"7\""));
                Net net = net(server.settings())) {
            Download download =
                    net.download(server.address("/files/abai.mrc?key=1"), Download.Conditions.NONE, file(), 100);

            assertEquals("Абай", Files.readString(file(), UTF_8));
            assertEquals("abai.mrc", download.name());
            assertEquals("\"7\"", download.etag());
            assertEquals(8, download.bytes());
        }
    }

    @Test
    void takesOffTheCompressionOfTheTransfer() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write("Мектеп".getBytes(UTF_8));
        }
        try (LocalServer server = new LocalServer(
                        uri -> new Reply(200, Map.of("Content-Encoding", "gzip"), packed.toByteArray(), 0));
                Net net = net(server.settings())) {
            net.download(server.address("/"), Download.Conditions.NONE, file(), 100);

            assertEquals("Мектеп", Files.readString(file(), UTF_8));
        }
    }

    @Test
    void leavesAFileThatDidNotChange() throws Exception {
        try (LocalServer server = new LocalServer(uri -> new Reply(304, Map.of(), new byte[0], 0));
                Net net = net(server.settings())) {
            Download download = net.download(
                    server.address("/a"), new Download.Conditions("\"7\"", "Sun, 22 Nov 2026 06:00:00 GMT"), file(), 9);

            assertTrue(download.unchanged());
            assertEquals("\"7\"", server.header(0, "If-none-match"));
        }
    }

    @Test
    void takesNoMoreThanTheLimit() throws IOException {
        try (LocalServer server = new LocalServer(uri -> Reply.of(200, "0123456789"));
                Net net = net(server.settings())) {
            NetException failure = assertThrows(
                    NetException.class, () -> net.download(server.address("/"), Download.Conditions.NONE, file(), 9));

            assertEquals(Reason.ANSWER_TOO_LARGE, failure.reason());
            assertEquals("9", failure.value());
        }
    }

    @Test
    void fetchesAgainAFileThatWasCutOff() throws Exception {
        AtomicInteger times = new AtomicInteger();
        try (LocalServer server = new LocalServer(uri -> times.incrementAndGet() == 1
                        ? new Reply(200, Map.of(), "half".getBytes(UTF_8), 10)
                        : Reply.of(200, "whole"));
                Net net = net(server.settings())) {
            net.download(server.address("/"), Download.Conditions.NONE, file(), 100);

            assertEquals("whole", Files.readString(file(), UTF_8));
        }
    }

    @Test
    void keepsHalfAFileForNoFile() throws IOException {
        try (LocalServer server = new LocalServer(uri -> new Reply(200, Map.of(), "half".getBytes(UTF_8), 10));
                Net net = net(server.settings("network.retries=1"))) {
            NetException failure = assertThrows(
                    NetException.class, () -> net.download(server.address("/"), Download.Conditions.NONE, file(), 100));

            assertEquals(Reason.ADDRESS_UNREACHABLE, failure.reason());
        }
    }

    @Test
    void readsTheNameThatTheServerGives() {
        URI address = URI.create("http://lib.kz/download.php");

        assertEquals(
                "Абай.mrc", Addresses.fileName(address, "attachment; filename*=UTF-8''%D0%90%D0%B1%D0%B0%D0%B9.mrc"));
        assertEquals("export.iso", Addresses.fileName(address, "attachment; filename=\"..\\x/export.iso\""));
        assertEquals("download.php", Addresses.fileName(address, ""));
    }

    private Path file() {
        return folder.resolve("file");
    }

    @Test
    void asksAsARobotNothingTwice() throws Exception {
        List<Duration> waits = new ArrayList<>();
        try (LocalServer server = new LocalServer(uri -> Reply.of(503, ""));
                Net net = TestNet.net(server.settings("network.retries=3"), waits)) {
            assertThrows(
                    NetException.class, () -> net.crawl(server.address("/1"), Download.Conditions.NONE, file(), 100));

            assertEquals(
                    List.of("/robots.txt"),
                    server.asked().stream().map(URI::getPath).toList());
            assertEquals(List.of(), waits);
        }
    }
}
