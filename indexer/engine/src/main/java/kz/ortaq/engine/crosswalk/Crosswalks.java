package kz.ortaq.engine.crosswalk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.ortaq.config.Reason;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.FullText;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordRejected;

/** All crosswalks, by the format of the record. */
public final class Crosswalks implements Crosswalk {

    /** The tables that decide what a record becomes; where one of them changes, an index is out of date. */
    public static final List<String> TABLES = ShippedTables.RESOURCES;

    private final Map<String, Crosswalk> byFormat = new HashMap<>();

    public Crosswalks() {
        Vocabulary vocabulary = new Vocabulary();
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
        Crosswalk crosswalk = byFormat.get(raw.format());
        if (crosswalk == null) {
            throw new RecordRejected(Reason.FORMAT_UNKNOWN, raw.place(), raw.format());
        }
        return crosswalk.map(raw, texts);
    }
}
