package kz.ortaq.engine.crosswalk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.ortaq.config.Reason;
import kz.ortaq.engine.values.ValueTables;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.FullText;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordRejected;

/** All crosswalks, by the format of the record. */
public final class Crosswalks implements Crosswalk {

    private static final List<String> NAMES = List.of("oai_dc", "marc21", "unimarc", "irbis", "sheet", "feed", "page");

    /** The tables that decide what a record becomes; where one of them changes, an index is out of date. */
    public static final List<String> TABLES = Stream.concat(
                    NAMES.stream().map(CrosswalkTable::resource), ValueTables.RESOURCES.stream())
            .toList();

    /** What reads the fields of a format, by the name that a table gives it. */
    private static final Map<String, Fields.Reader> READERS = Map.of(
            "dc", DublinCoreFields::of, "marc", MarcFields::of, "irbis", IrbisFields::of, "json", JsonFields::of);

    private final Map<String, Crosswalk> byFormat = new HashMap<>();

    public Crosswalks() {
        Vocabulary vocabulary = new Vocabulary();
        for (String name : NAMES) {
            CrosswalkTable table = CrosswalkTable.read(name, READERS);
            Crosswalk crosswalk = new TableCrosswalk(table, vocabulary);
            table.namespaces().forEach(namespace -> byFormat.put(namespace, crosswalk));
        }
        TableCrosswalk rows = new TableCrosswalk(CrosswalkTable.read("sheet", READERS), vocabulary);
        byFormat.put(FileCrosswalk.FORMAT, new FileCrosswalk(vocabulary, rows));
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
