package kz.ortaq.engine.crosswalk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.ortaq.config.Reason;
import kz.ortaq.records.FullText;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RecordRejected;

/** All crosswalks, by the format of the record. */
public final class Crosswalks implements Crosswalk {

    /** The tables that decide what a record becomes; where one of them changes, an index is out of date. */
    public static final List<String> TABLES =
            List.of(CrosswalkTable.resource("oai_dc"), CrosswalkTable.resource("marc21"), Vocabulary.RESOURCE);

    private final Map<String, Crosswalk> byFormat = new HashMap<>();

    public Crosswalks() {
        Vocabulary vocabulary = new Vocabulary();
        for (CrosswalkTable table : List.of(
                CrosswalkTable.read("oai_dc", DublinCoreFields::of), CrosswalkTable.read("marc21", MarcFields::of))) {
            Crosswalk crosswalk = new TableCrosswalk(table, vocabulary);
            table.namespaces().forEach(namespace -> byFormat.put(namespace, crosswalk));
        }
        byFormat.put(FileCrosswalk.FORMAT, new FileCrosswalk(vocabulary));
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
