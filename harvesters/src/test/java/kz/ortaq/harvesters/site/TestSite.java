package kz.ortaq.harvesters.site;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kz.ortaq.config.Settings;
import kz.ortaq.harvesters.HarvestReport;
import kz.ortaq.harvesters.TestLibrary;
import kz.ortaq.harvesters.net.LocalServer;
import kz.ortaq.harvesters.net.LocalServer.Reply;
import kz.ortaq.harvesters.net.Net;
import kz.ortaq.records.SourceKind;

/** A site of a few pages on a real server, and the library that it belongs to. */
final class TestSite implements AutoCloseable {

    private final Map<String, Reply> pages = new ConcurrentHashMap<>();
    private final List<Duration> waits = new ArrayList<>();
    private final LocalServer server;
    private final TestLibrary library;

    TestSite(Path folder) throws IOException {
        this(folder, "/");
    }

    TestSite(Path folder, String start) throws IOException {
        server = new LocalServer(this::answer);
        library = new TestLibrary(folder, SourceKind.SITE, server.address(start), Map.of());
    }

    private Reply answer(URI uri) {
        String path = uri.getPath() + (uri.getQuery() == null ? "" : "?" + uri.getQuery());
        return pages.getOrDefault(path, pages.getOrDefault(uri.getPath() + "*", Reply.of(404, "жоқ")));
    }

    /** Puts a page of HTML; where its path ends in {@code *}, for all queries. */
    TestSite page(String path, String html) {
        return page(path, Reply.of(200, html).with("Content-Type", "text/html; charset=utf-8"));
    }

    TestSite text(String path, String text) {
        return page(path, Reply.of(200, text).with("Content-Type", "text/plain; charset=utf-8"));
    }

    TestSite page(String path, Reply reply) {
        pages.put(path, reply);
        return this;
    }

    TestSite remove(String path) {
        pages.remove(path);
        return this;
    }

    HarvestReport harvest(String... settings) throws Exception {
        Settings read = server.settings(settings);
        try (Net net = new Net(read, Clock.systemUTC())) {
            return library.harvest(
                    new SiteHarvester(library.stores(), net, read.site(), Clock.systemUTC(), waits::add));
        }
    }

    TestLibrary library() {
        return library;
    }

    String address(String path) {
        return server.address(path);
    }

    List<String> asked() {
        return server.asked().stream().map(URI::toString).toList();
    }

    List<Duration> waits() {
        return List.copyOf(waits);
    }

    @Override
    public void close() {
        server.close();
    }
}
