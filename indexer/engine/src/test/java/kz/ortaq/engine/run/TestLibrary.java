package kz.ortaq.engine.run;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import kz.ortaq.config.DataFolder;
import kz.ortaq.config.Language;
import kz.ortaq.config.Settings;
import kz.ortaq.config.SettingsException;
import kz.ortaq.config.SettingsReader;
import kz.ortaq.engine.crosswalk.Crosswalks;
import kz.ortaq.engine.index.SearchIndex;
import kz.ortaq.engine.query.SearchBox;
import kz.ortaq.engine.query.SearchRequest;
import kz.ortaq.engine.query.SearchResult;
import kz.ortaq.engine.text.TextExtractor;
import kz.ortaq.records.Checkpoint;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.Library;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.RunStatus;
import kz.ortaq.records.Source;
import kz.ortaq.records.SourceKind;
import kz.ortaq.records.StoredDocument;
import kz.ortaq.records.store.Lease;
import kz.ortaq.records.store.LeaseRefused;
import kz.ortaq.records.store.Stores;

/** A library with one source, in real stores, and the indexes over them. */
final class TestLibrary implements AutoCloseable {

    static final String SOURCE = "semey-oai";
    private static final String DC = "http://www.openarchives.org/OAI/2.0/oai_dc/";

    private final DataFolder data;
    private final Stores stores;
    private final TextExtractor extractor;
    private final WorkBuilder builder;
    private final Indexes indexes;

    TestLibrary(Path folder) throws IOException, SettingsException {
        Settings settings = SettingsReader.read(folder.resolve("none.yaml"), List.of("index.batch=3"));
        this.data = DataFolder.open(folder);
        this.stores = Stores.open(data, Clock.systemUTC());
        this.extractor = new TextExtractor(
                Path.of(System.getProperty("ortaq.home"), "extractor"),
                Path.of(System.getProperty("java.home"), "bin", "java"),
                data.temporary(),
                settings.extract());
        Texts texts = new Texts(stores.documents(), stores.texts(), extractor);
        this.builder = new WorkBuilder(stores, new RecordReading(new Crosswalks(), texts));
        this.indexes = new Indexes(data, stores, builder, settings, Clock.systemUTC());
        stores.registry().save(new Library("semey", Map.of(Language.KK, "Семей кітапханасы"), "", "", ""));
        stores.registry()
                .save(new Source(
                        SOURCE, "semey", SourceKind.OAI, "https://example.org/oai", Map.of(), Source.State.ACTIVE));
    }

    Stores stores() {
        return stores;
    }

    WorkBuilder builder() {
        return builder;
    }

    TextExtractor extractor() {
        return extractor;
    }

    Indexes indexes() {
        return indexes;
    }

    DataFolder data() {
        return data;
    }

    /** Stores records as a harvest does. */
    void store(RawRecord... records) throws LeaseRefused {
        Lease lease = stores.runs().begin(SOURCE);
        stores.records().store(lease, new HarvestPage(Arrays.asList(records), List.of(), List.of(), Checkpoint.START));
        stores.runs().end(lease, RunStatus.COMPLETE);
    }

    /** A record in Dublin Core; one without a title where {@code title} is empty. */
    static RawRecord record(String identifier, String title) {
        String element = title.isEmpty() ? "" : "<dc:title>" + title + "</dc:title>";
        return described(identifier, element + "<dc:date>1978</dc:date>");
    }

    /** A record in Dublin Core with these elements. */
    static RawRecord described(String identifier, String elements) {
        return record(identifier, DC, """
                <record xmlns="http://www.openarchives.org/OAI/2.0/"><header><identifier>%s</identifier></header><metadata>\
                <oai_dc:dc xmlns:oai_dc="%s" xmlns:dc="http://purl.org/dc/elements/1.1/">%s</oai_dc:dc>\
                </metadata></record>""".formatted(identifier, DC, elements), List.of());
    }

    /** A record of a file that lies in the store. */
    RawRecord file(String name, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var stored = stores.documents().put(new ByteArrayInputStream(bytes), 1_000_000);
        return record(name, "file", "{}", List.of(new StoredDocument(stored.hash(), name, stored.bytes())));
    }

    static RawRecord deletion(String identifier) {
        return RawRecord.deletion(new RecordId(SOURCE, identifier), "2026-11-22", "page 1");
    }

    private static RawRecord record(String identifier, String format, String payload, List<StoredDocument> documents) {
        return new RawRecord(
                new RecordId(SOURCE, identifier),
                false,
                format,
                "2026-11-22",
                List.of(),
                identifier,
                payload,
                documents);
    }

    /** Asks what is committed of the live index. */
    SearchResult search(String typed) throws IOException {
        try (SearchIndex index = indexes.openForReading().orElseThrow()) {
            return index.search(request(typed));
        }
    }

    static SearchRequest request(String typed) {
        return new SearchRequest(new SearchBox(500).parse(typed), Map.of(), 1, 100, "");
    }

    /** The titles of what is found, in the order of the alphabet. */
    static List<String> titles(SearchResult result) {
        return result.hits().stream().map(hit -> hit.work().title()).sorted().toList();
    }

    @Override
    public void close() {
        extractor.close();
    }
}
