package kz.ortaq.engine.crosswalk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.ortaq.config.Reason;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.FullText;
import kz.ortaq.records.Problem;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.RecordRejected;
import kz.ortaq.records.Severity;
import kz.ortaq.records.Stage;

/** All crosswalks, by the format of the record. */
public final class Crosswalks implements Crosswalk {

    /** The tables that decide what a record becomes; where one of them changes, an index is out of date. */
    public static final List<String> TABLES = ShippedTables.RESOURCES;

    private final Map<String, Crosswalk> byFormat = new HashMap<>();
    private final Vocabulary vocabulary = new Vocabulary();
    private final OperatorTables own;
    private volatile BySource bySource = new BySource(Map.of(), "", Map.of());

    /** By the tables that ship with the program alone. */
    public Crosswalks() {
        this(OperatorTables.NONE);
    }

    /** @param own tables of the operator, for sources that name one */
    public Crosswalks(OperatorTables own) {
        this.own = own;
        for (String name : ShippedTables.NAMES) {
            CrosswalkTable table = ShippedTables.get(name);
            Crosswalk crosswalk = new TableCrosswalk(table, vocabulary);
            table.namespaces().forEach(namespace -> byFormat.put(namespace, crosswalk));
        }
        CrosswalkTable marc21 = ShippedTables.get(ShippedTables.MARC21);
        MarcDialects marc = new MarcDialects(
                new TableCrosswalk(marc21, vocabulary),
                new TableCrosswalk(ShippedTables.get(ShippedTables.UNIMARC), vocabulary));
        marc21.namespaces().forEach(namespace -> byFormat.put(namespace, marc));
        byFormat.put(
                FileCrosswalk.FORMAT,
                new FileCrosswalk(vocabulary, new TableCrosswalk(ShippedTables.get(ShippedTables.SHEET), vocabulary)));
        fingerprint();
    }

    /**
     * The sources that go by a table of their own.
     *
     * @param named the name of the table by the source
     * @param crosswalks those that are there, by the table's name
     */
    private record BySource(Map<String, String> named, String fingerprint, Map<String, Crosswalk> crosswalks) {}

    @Override
    public String fingerprint() {
        Map<String, String> named = own.bySource();
        BySource known = bySource;
        if (named.equals(known.named())) {
            return known.fingerprint();
        }
        Map<String, Crosswalk> crosswalks = new HashMap<>();
        StringBuilder all = new StringBuilder();
        named.forEach((source, table) -> {
            all.append(source).append('\n').append(table).append('\n').append(own.text(table));
            named(table).ifPresent(crosswalk -> crosswalks.put(table, crosswalk));
        });
        BySource now = new BySource(named, named.isEmpty() ? "" : RecordId.hash(all.toString()), crosswalks);
        bySource = now;
        return now.fingerprint();
    }

    /** The crosswalk by the table of that name, an operator's or one of ours; empty where there is none. */
    public Optional<Crosswalk> named(String table) {
        return own.find(table).map(found -> {
            TableCrosswalk crosswalk = new TableCrosswalk(found, vocabulary);
            FileCrosswalk files = new FileCrosswalk(vocabulary, crosswalk);
            return (raw, texts) ->
                    raw.format().equals(FileCrosswalk.FORMAT) ? files.map(raw, texts) : crosswalk.map(raw, texts);
        });
    }

    /** The names of all tables, the operator's among them. */
    public List<String> names() {
        return own.names();
    }

    /** The formats that can be mapped, as {@link RawRecord#format()} names them. */
    public List<String> formats() {
        return List.copyOf(byFormat.keySet());
    }

    /**
     * Whether everyone may read the documents of a record: files that its library put there itself and says are open. What
     * other records point to is somebody else's, though a copy of it is kept for its text.
     */
    public static boolean isOpen(RawRecord raw, BibRecord mapped) {
        return raw.format().equals(FileCrosswalk.FORMAT) && mapped.access().equals("open");
    }

    @Override
    public Mapped map(RawRecord raw, List<FullText> texts) throws RecordRejected {
        BySource sources = bySource;
        String named = sources.named().get(raw.id().source());
        Crosswalk crosswalk = named == null
                ? byFormat.get(raw.format())
                : sources.crosswalks().get(named);
        if (crosswalk != null) {
            return crosswalk.map(raw, texts);
        }
        Crosswalk usual = byFormat.get(raw.format());
        if (usual == null) {
            throw new RecordRejected(Reason.FORMAT_UNKNOWN, raw.place(), raw.format());
        }
        // The table was there when the source named it. Its library should not vanish with it.
        Mapped mapped = usual.map(raw, texts);
        List<Problem> problems = new ArrayList<>(mapped.problems());
        problems.add(new Problem(
                Reason.CROSSWALK_MISSING,
                Severity.WARNING,
                Stage.CROSSWALK,
                raw.id().identifier(),
                raw.place(),
                String.valueOf(named)));
        return new Mapped(mapped.record(), problems);
    }
}
