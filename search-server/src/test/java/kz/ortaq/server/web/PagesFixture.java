package kz.ortaq.server.web;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.ortaq.config.DataFolder;
import kz.ortaq.config.Language;
import kz.ortaq.config.Settings;
import kz.ortaq.config.SettingsReader;
import kz.ortaq.engine.crosswalk.Crosswalks;
import kz.ortaq.engine.index.SearchIndex;
import kz.ortaq.engine.run.Indexes;
import kz.ortaq.engine.run.RecordReading;
import kz.ortaq.engine.run.Texts;
import kz.ortaq.engine.run.WorkBuilder;
import kz.ortaq.engine.text.TextExtractor;
import kz.ortaq.records.Checkpoint;
import kz.ortaq.records.CuratedList;
import kz.ortaq.records.FullText;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.Library;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.RunStatus;
import kz.ortaq.records.Source;
import kz.ortaq.records.SourceKind;
import kz.ortaq.records.StoredDocument;
import kz.ortaq.records.store.DocumentStore;
import kz.ortaq.records.store.Stores;
import kz.ortaq.records.store.TextStore;
import kz.ortaq.server.api.Documents;
import kz.ortaq.server.api.Health;
import kz.ortaq.server.api.LibraryApi;
import kz.ortaq.server.api.SearchApi;
import kz.ortaq.server.api.SuggestApi;
import kz.ortaq.server.catalogue.Catalogue;
import kz.ortaq.server.catalogue.SearchParameters;
import kz.ortaq.server.http.WebServer;

/** A library with the records that a test gives it, its endpoints on a real server, and a client that asks them. */
public final class PagesFixture implements AutoCloseable {

    private static final String DC = "http://www.openarchives.org/OAI/2.0/oai_dc/";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Stores stores;
    private final Settings settings;
    private final TextExtractor extractor;
    private final Indexes indexes;
    private final WorkBuilder builder;
    private final List<RawRecord> records = new ArrayList<>();
    private AutoCloseable running = () -> {};
    private URI address = URI.create("http://localhost/");

    public PagesFixture(Path folder) throws Exception {
        DataFolder data = DataFolder.open(folder);
        stores = Stores.open(data, Clock.systemUTC());
        settings = SettingsReader.read(folder.resolve("none.yaml"), List.of());
        // No child starts: the texts of this library are in the store already.
        extractor = new TextExtractor(folder, folder.resolve("java"), data.temporary(), settings.extract());
        Texts texts = new Texts(stores.documents(), stores.texts(), extractor);
        builder = new WorkBuilder(stores, new RecordReading(new Crosswalks(), texts));
        indexes = new Indexes(data, stores, builder, settings, Clock.systemUTC());
        library("semey", "Семей мектебінің кітапханасы", "Школьная библиотека Семея", "Semey school library");
    }

    public void library(String id, String kk, String ru, String en) {
        stores.registry().save(new Library(id, Map.of(Language.KK, kk, Language.RU, ru, Language.EN, en), "", "", ""));
        stores.registry()
                .save(new Source(id, id, SourceKind.OAI, "https://example.org/oai", Map.of(), Source.State.ACTIVE));
    }

    /** Says where a library stands, and where its readers ask for copies. */
    public void stands(String id, String kind, Library.Standing standing, String request) {
        Library library = stores.registry().library(id).orElseThrow();
        stores.registry().save(new Library(id, library.names(), kind, "", "", standing));
        Map<String, String> options = request.isEmpty() ? Map.of() : Map.of(Source.REQUEST, request);
        stores.registry()
                .save(new Source(id, id, SourceKind.OAI, "https://example.org/oai", options, Source.State.ACTIVE));
    }

    /** Adds a Dublin Core record; {@code elements} are its XML elements. */
    public void record(String identifier, String elements) {
        records.add(raw("semey", identifier, elements, List.of()));
    }

    /** Adds a record of a document with these pages of text. */
    public void document(String identifier, String elements, String name, String... pages) throws IOException {
        String hash = RecordId.hash(identifier);
        List<FullText.Page> texts = new ArrayList<>();
        for (String page : pages) {
            texts.add(new FullText.Page(texts.size() + 1, "text", 1, page, "page", ""));
        }
        stores.texts()
                .put(
                        hash,
                        TextExtractor.VERSION,
                        new TextStore.Entry(new FullText("application/pdf", "kk", Map.of(), texts), null, ""));
        records.add(raw("semey", identifier, elements, List.of(new StoredDocument(hash, name, 1))));
    }

    /** Adds a record of a document that is in the store, with the text that was taken of it. */
    public String document(String identifier, String elements, String name, byte[] bytes, FullText text)
            throws IOException {
        DocumentStore.Stored stored = stores.documents().put(new ByteArrayInputStream(bytes), bytes.length);
        stores.texts().put(stored.hash(), TextExtractor.VERSION, new TextStore.Entry(text, null, ""));
        StoredDocument document = new StoredDocument(stored.hash(), name, bytes.length);
        records.add(raw("semey", identifier, elements, List.of(document)));
        return stored.hash();
    }

    /** Adds a file that the library keeps in its folder, with the text that was taken of it. */
    public String file(String identifier, String access, String name, byte[] bytes, FullText text) throws IOException {
        String hash = document(identifier, "", name, bytes, text);
        RawRecord record = records.removeLast();
        String payload = "{\"path\":\"%s\",\"access\":\"%s\"}".formatted(name, access);
        records.add(new RawRecord(record.id(), false, "file", "", List.of(), name, payload, record.documents()));
        return hash;
    }

    public static RawRecord raw(String source, String identifier, String elements, List<StoredDocument> documents) {
        String payload = "<oai_dc:dc xmlns:oai_dc='%s' xmlns:dc='http://purl.org/dc/elements/1.1/'>%s</oai_dc:dc>"
                .formatted(DC, elements);
        return new RawRecord(
                new RecordId(source, identifier), false, DC, "2026-11-22", List.of(), "page 1", payload, documents);
    }

    public void store(String source, List<RawRecord> page) throws Exception {
        var lease = stores.runs().begin(source);
        stores.records().store(lease, new HarvestPage(page, List.of(), List.of(), Checkpoint.START));
        stores.runs().end(lease, RunStatus.COMPLETE);
    }

    /** Lets a library recommend works. */
    public void recommend(CuratedList list) {
        stores.lists().save(list);
    }

    /** Indexes the records there are so far. */
    public void index() throws Exception {
        if (!records.isEmpty()) {
            store("semey", records);
        }
        indexes.rebuild(done -> {});
    }

    /** Indexes the records and serves them. */
    public PagesFixture serve() throws Exception {
        index();
        SearchIndex index = indexes.openForReading().orElseThrow();
        Catalogue catalogue = new Catalogue(stores, builder, index::search);
        SearchParameters parameters = new SearchParameters(settings.search(), catalogue::places);
        WebServer server = new WebServer(
                "127.0.0.1",
                0,
                List.of(
                        new Health(index::works, () -> false, Optional::empty),
                        new SearchApi(catalogue, parameters),
                        new LibraryApi(catalogue),
                        new SuggestApi(index::suggest),
                        new Documents(catalogue),
                        new Pages(catalogue, parameters, index::works)));
        running = () -> {
            server.close();
            index.close();
        };
        address = server.address();
        return this;
    }

    /** The address of the work that a record founded. */
    public String work(String language, String identifier) {
        return "/" + language + "/works/" + new RecordId("semey", identifier).minted("w");
    }

    public HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, headers);
    }

    public HttpResponse<String> send(String method, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(path)).method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** Sends a form as a browser does, and follows nothing. */
    public HttpResponse<String> form(String path, String fields) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields, StandardCharsets.UTF_8))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** The first line of what the server answers to bytes that a client would not send. */
    public String line(String request) throws IOException {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            return String.valueOf(in.readLine());
        }
    }

    @Override
    public void close() throws Exception {
        running.close();
        extractor.close();
        client.close();
    }
}
