package kz.ortaq.harvesters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.ortaq.config.DataFolder;
import kz.ortaq.config.Language;
import kz.ortaq.config.Reason;
import kz.ortaq.records.Library;
import kz.ortaq.records.Source;
import kz.ortaq.records.SourceKind;
import kz.ortaq.records.store.LeaseRefused;
import kz.ortaq.records.store.StoredRecord;
import kz.ortaq.records.store.Stores;

/** A library with one source and real stores, harvested as often as a test likes. */
public final class TestLibrary {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Stores stores;
    private final Source source;

    public TestLibrary(Path folder, SourceKind kind, String address, Map<String, String> options) throws IOException {
        stores = Stores.open(DataFolder.open(folder), Clock.systemUTC());
        stores.registry().save(new Library("mektep", Map.of(Language.KK, "Мектеп"), "", "", ""));
        source = new Source("mektep", "mektep", kind, address, options, Source.State.ACTIVE);
        stores.registry().save(source);
    }

    public Stores stores() {
        return stores;
    }

    public HarvestReport harvest(Harvester harvester) throws LeaseRefused, InterruptedException {
        return new Harvests(stores, Map.of(source.kind(), harvester)).harvest(source, counts -> {});
    }

    public List<StoredRecord> stored() {
        List<StoredRecord> stored = new ArrayList<>();
        stores.records().forEach(source.id(), stored::add);
        return stored;
    }

    /** The fields of all live records, by their identifier. */
    public Map<String, JsonNode> fields() {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        for (StoredRecord record : stored()) {
            if (!record.raw().deleted()) {
                fields.put(record.raw().id().identifier(), parse(record.raw().payload()));
            }
        }
        return fields;
    }

    /** The first value of a field of the only record with this title. */
    public String value(String title, String field) {
        return fields().values().stream()
                .filter(node -> node.path("title").path(0).asText().equals(title))
                .map(node -> node.path(field).path(0).asText())
                .findFirst()
                .orElse("no record “" + title + "”, only " + fields());
    }

    public static List<Reason> reasons(HarvestReport report) {
        return report.problems().stream().map(problem -> problem.reason()).toList();
    }

    private static JsonNode parse(String payload) {
        try {
            return JSON.readTree(payload);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
