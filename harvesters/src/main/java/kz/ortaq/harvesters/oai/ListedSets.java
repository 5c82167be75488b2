package kz.ortaq.harvesters.oai;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import kz.ortaq.config.Reason;
import kz.ortaq.harvesters.HarvestedLists;
import kz.ortaq.harvesters.Harvester.Ending;
import kz.ortaq.records.Checkpoint;
import kz.ortaq.records.CuratedList;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.Source;
import kz.ortaq.records.store.Stores;

/** Sets of an endpoint that its library uses as lists: books of the month, the literature of a course. */
final class ListedSets {

    private static final int MOST_SETS = 100;
    // One more than a list holds, so that a longer one is seen to be.
    private static final int MOST_RECORDS = 501;

    private final Stores stores;
    private final Source source;
    private final Endpoint endpoint;

    ListedSets(Stores stores, Source source, Endpoint endpoint) {
        this.stores = stores;
        this.source = source;
        this.endpoint = endpoint;
    }

    /** Keeps the lists as the records that are stored now make them: a harvest brings only those that changed. */
    void keep(Ending ending, Checkpoint at, Consumer<HarvestPage> sink) throws InterruptedException {
        List<String> wanted = Arrays.stream(source.option(Source.LISTS, "").split(","))
                .map(String::strip)
                .filter(set -> !set.isEmpty())
                .distinct()
                .limit(MOST_SETS)
                .toList();
        HarvestedLists lists = new HarvestedLists(stores, source);
        if (!wanted.isEmpty() && ending != Ending.HELD) {
            Map<String, String> named = endpoint.namedSets();
            for (String set : wanted) {
                list(set, named, lists);
            }
        }
        lists.end(ending, at, sink);
    }

    private void list(String set, Map<String, String> named, HarvestedLists lists) {
        // Some endpoints have sets and do not list them; some have more than were read.
        if (!named.isEmpty() && !named.containsKey(set) && named.size() < Endpoint.MOST_SETS) {
            lists.say(Reason.LIST_SET_UNKNOWN, "", set);
            return;
        }
        String name = named.getOrDefault(set, "").strip();
        HarvestedLists.Head head = new HarvestedLists.Head(set, name.isEmpty() ? set : name, "", "", "");
        lists.list(head);
        for (String identifier : stores.matches().ofSet(source.id(), set, MOST_RECORDS)) {
            lists.add(head, new CuratedList.Entry("", identifier, "", List.of(identifier), ""));
        }
    }
}
