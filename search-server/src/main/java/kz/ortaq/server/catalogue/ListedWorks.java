package kz.ortaq.server.catalogue;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.ortaq.engine.run.WorkBuilder;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.CuratedList;
import kz.ortaq.records.store.StoredRecord;
import kz.ortaq.records.store.Stores;

/** The lists of libraries as they are today: each entry under the id and the title that its work has now. */
public final class ListedWorks {

    private final Stores stores;
    private final WorkBuilder builder;

    public ListedWorks(Stores stores, WorkBuilder builder) {
        this.stores = stores;
        this.builder = builder;
    }

    /**
     * A list with its entries; one whose work is not known, or no more, has no id of a work and the title that it was put
     * there with.
     */
    public Optional<CuratedList> list(String id) throws IOException, InterruptedException {
        Optional<CuratedList> found = stores.lists().list(id);
        if (found.isEmpty()) {
            return found;
        }
        CuratedList list = found.get();
        List<CuratedList.Entry> entries = list.entries().stream()
                .map(entry -> entry.called(
                        entry.work().isEmpty()
                                ? ""
                                : stores.works().leadsTo(entry.work()).orElse(""),
                        entry.title()))
                .toList();
        Map<String, String> titles = titles(entries);
        return Optional.of(list.with(entries.stream()
                .map(entry -> entry.called(entry.work(), titles.getOrDefault(entry.work(), entry.title())))
                .toList()));
    }

    private Map<String, String> titles(List<CuratedList.Entry> entries) throws IOException, InterruptedException {
        Map<String, Long> telling = stores.matches()
                .telling(entries.stream()
                        .map(CuratedList.Entry::work)
                        .filter(work -> !work.isEmpty())
                        .toList());
        Map<Long, String> byRecord = new HashMap<>();
        for (StoredRecord stored : stores.records().numbered(telling.values())) {
            Optional<BibRecord> record = builder.read(stored).record();
            record.ifPresent(told -> byRecord.put(stored.number(), told.title()));
        }
        Map<String, String> titles = new HashMap<>();
        telling.forEach((work, record) -> {
            if (byRecord.containsKey(record)) {
                titles.put(work, byRecord.getOrDefault(record, ""));
            }
        });
        return titles;
    }
}
