package kz.ortaq.harvesters.link;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import kz.ortaq.config.DataFolder;
import kz.ortaq.config.Language;
import kz.ortaq.config.Reason;
import kz.ortaq.config.Settings;
import kz.ortaq.harvesters.net.LocalServer;
import kz.ortaq.harvesters.net.LocalServer.Reply;
import kz.ortaq.harvesters.net.Net;
import kz.ortaq.records.Checkpoint;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.Library;
import kz.ortaq.records.Problem;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.RunStatus;
import kz.ortaq.records.Source;
import kz.ortaq.records.SourceKind;
import kz.ortaq.records.StoredDocument;
import kz.ortaq.records.store.Lease;
import kz.ortaq.records.store.LeaseRefused;
import kz.ortaq.records.store.Stores;

/** A library whose records point to a local server, and the documents that were fetched from there. */
final class TestLibrary implements AutoCloseable {

    static final String DC = "http://www.openarchives.org/OAI/2.0/oai_dc/";
    static final String PDF = "%PDF-1.4\nАбай жолы, роман\n%%EOF";

    private final Stores stores;
    private final Settings settings;
    private final Path temporary;
    private final Net net;
    private volatile Instant now = Instant.parse("2026-11-22T06:00:00Z");

    TestLibrary(Path folder, LocalServer server, String... assignments) throws IOException {
        DataFolder data = DataFolder.open(folder);
        this.settings = server.settings(assignments);
        this.temporary = data.temporary();
        this.stores = Stores.open(data, clock());
        this.net = new Net(settings, clock());
        stores.registry().save(new Library("semey", Map.of(Language.KK, "Семей"), "", "", ""));
        stores.registry().save(source("kitap"));
        stores.registry().save(source("basqa"));
    }

    static Source source(String id) {
        return new Source(id, "semey", SourceKind.OAI, "https://semey.example/oai", Map.of(), Source.State.ACTIVE);
    }

    /** A record of Dublin Core that points to an address. */
    void has(String identifier, String address) throws LeaseRefused {
        has("kitap", identifier, address);
    }

    void has(String source, String identifier, String address) throws LeaseRefused {
        String dc = "<oai_dc:dc><dc:title>Абай жолы</dc:title><dc:identifier>%s</dc:identifier></oai_dc:dc>";
        store(new RawRecord(
                new RecordId(source, identifier),
                false,
                DC,
                "",
                List.of(),
                "page 1",
                dc.formatted(address),
                List.of()));
    }

    void store(RawRecord record) throws LeaseRefused {
        Lease lease = stores.runs().begin(record.id().source());
        stores.records().store(lease, new HarvestPage(List.of(record), List.of(), List.of(), Checkpoint.START));
        stores.runs().end(lease, RunStatus.COMPLETE);
    }

    LinkHarvest.Result fetch() throws LeaseRefused, InterruptedException {
        return fetch("kitap");
    }

    LinkHarvest.Result fetch(String source) throws LeaseRefused, InterruptedException {
        return harvest().fetch(source(source), result -> {});
    }

    LinkHarvest harvest() {
        return new LinkHarvest(stores, net, temporary, settings, clock());
    }

    /** Another machine holds the lease of the documents now, and was heard of a moment ago. */
    void takenOver() {
        try (Connection connection = stores.database().source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "update document_leases set owner = 'another-machine/7/0', renewed = " + now.toEpochMilli());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** The documents of a record, as the index would get them. */
    List<StoredDocument> documents(String identifier) {
        return documents("kitap", identifier);
    }

    List<StoredDocument> documents(String source, String identifier) {
        return stores.records().find(new RecordId(source, identifier)).stream()
                .flatMap(record -> record.raw().documents().stream())
                .toList();
    }

    List<String> names(String identifier) {
        return documents(identifier).stream().map(StoredDocument::name).toList();
    }

    List<Problem> problems() {
        return stores.problems().ofSource("kitap", 100);
    }

    List<Reason> reasons() {
        return problems().stream().map(Problem::reason).toList();
    }

    Stores stores() {
        return stores;
    }

    Path temporary() {
        return temporary;
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    static Reply pdf() {
        return file("application/pdf", PDF);
    }

    static Reply file(String type, String body) {
        return new Reply(200, Map.of("Content-Type", type), body.getBytes(StandardCharsets.UTF_8), 0);
    }

    /** A server that has what {@code files} gives for a path, and nothing else. */
    static LocalServer server(Map<String, Reply> files) throws IOException {
        return new LocalServer(uri -> files.getOrDefault(uri.getPath(), Reply.of(404, "жоқ")));
    }

    /** How often a path was asked for. */
    static long asked(LocalServer server, String path) {
        return server.asked().stream().filter(uri -> uri.getPath().equals(path)).count();
    }

    @Override
    public void close() {
        net.close();
    }
}
