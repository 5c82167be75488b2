package kz.ortaq.server.demo;

import io.gdcc.xoai.dataprovider.exceptions.handler.IdDoesNotExistException;
import io.gdcc.xoai.dataprovider.filter.ScopedFilter;
import io.gdcc.xoai.dataprovider.model.Item;
import io.gdcc.xoai.dataprovider.model.ItemIdentifier;
import io.gdcc.xoai.dataprovider.model.MetadataFormat;
import io.gdcc.xoai.dataprovider.model.Set;
import io.gdcc.xoai.dataprovider.repository.ItemRepository;
import io.gdcc.xoai.dataprovider.repository.ResultsPage;
import io.gdcc.xoai.dataprovider.repository.SetRepository;
import io.gdcc.xoai.model.oaipmh.ResumptionToken;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The records of one sample library, as xoai's data provider asks for them. */
final class SampleRepository implements ItemRepository, SetRepository {

    private final List<SampleRecord> records;
    private final Map<String, String> sets;

    /** @param sets names by setSpec */
    SampleRepository(List<SampleRecord> records, Map<String, String> sets) {
        this.records = List.copyOf(records);
        this.sets = Map.copyOf(sets);
    }

    @Override
    public boolean supportSets() {
        return true;
    }

    @Override
    public boolean exists(String set) {
        return sets.containsKey(set);
    }

    @Override
    public List<Set> getSets() {
        return sets.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(set -> new Set(set.getKey()).withName(set.getValue()))
                .toList();
    }

    @Override
    public ItemIdentifier getItemIdentifier(String identifier) throws IdDoesNotExistException {
        return find(identifier);
    }

    @Override
    public Item getItem(String identifier, MetadataFormat format) throws IdDoesNotExistException {
        return find(identifier);
    }

    @Override
    public ResultsPage<ItemIdentifier> getItemIdentifiers(
            List<ScopedFilter> filters, MetadataFormat format, int length, ResumptionToken.Value token) {
        return page(length, token);
    }

    @Override
    public ResultsPage<Item> getItems(
            List<ScopedFilter> filters, MetadataFormat format, int length, ResumptionToken.Value token) {
        return page(length, token);
    }

    private SampleRecord find(String identifier) throws IdDoesNotExistException {
        return records.stream()
                .filter(record -> record.identifier().equals(identifier))
                .findFirst()
                .orElseThrow(IdDoesNotExistException::new);
    }

    private <T extends ItemIdentifier> ResultsPage<T> page(int length, ResumptionToken.Value token) {
        List<SampleRecord> wanted =
                records.stream().filter(record -> wanted(record, token)).toList();
        int from = (int) Math.min(token.hasOffset() ? token.getOffset() : 0, wanted.size());
        int to = Math.min(from + length, wanted.size());
        @SuppressWarnings("unchecked") // a record is an item and an identifier, and the list is only read
        List<T> list = (List<T>) wanted.subList(from, to);
        return new ResultsPage<>(token, to < wanted.size(), list, wanted.size());
    }

    private static boolean wanted(SampleRecord record, ResumptionToken.Value token) {
        Instant at = record.datestamp();
        return (!token.hasSetSpec() || record.sets().contains(token.getSetSpec()))
                && (!token.hasFrom() || !at.isBefore(token.getFrom()))
                && (!token.hasUntil() || !at.isAfter(token.getUntil()));
    }
}
