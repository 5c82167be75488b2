package kz.ortaq.engine.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.ortaq.engine.cluster.Node;
import kz.ortaq.engine.cluster.Traits;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.store.Descriptions;
import kz.ortaq.records.store.Stores;
import kz.ortaq.records.store.WorkPlan;
import kz.ortaq.records.store.Works;

/**
 * Says where the records of one batch stand, and what works that makes. Records that say the same share a description;
 * one that a librarian decided something about has its own.
 */
final class Placement {

    private static final int ID = 20;

    private final Stores stores;
    private final Neighbourhood neighbourhood;
    private final Works.State state;

    // What the batch makes of descriptions, by number; those that were there and are made anew among them.
    private final Map<Long, Neighbourhood.Known> made = new TreeMap<>();
    // Descriptions that no live record has any more.
    private final Set<Long> left = new TreeSet<>();

    Placement(Stores stores, Neighbourhood neighbourhood, Works.State state) {
        this.stores = stores;
        this.neighbourhood = neighbourhood;
        this.state = state;
    }

    WorkPlan plan(List<Cataloguing.Arrival> arrivals) {
        List<WorkPlan.Placed> placed = place(arrivals);
        Linking linking = new Linking(stores, neighbourhood, made, left);
        linking.link();
        List<List<List<Long>>> works = new Components(stores, neighbourhood, made, linking).works();
        made.forEach(neighbourhood::put);
        List<WorkPlan.Description> descriptions = new ArrayList<>();
        made.forEach((number, known) -> descriptions.add(new WorkPlan.Description(
                number,
                known.node().id(),
                known.own(),
                known.epoch(),
                Cataloguing.json(known.node().traits()),
                linking.keysOf(number))));
        long cursor = arrivals.getLast().stored().version();
        return new WorkPlan(state, cursor, descriptions, placed, linking.unlinked(), linking.made(), works);
    }

    /** Finds or makes the description of each record, and those that lose their last one. */
    private List<WorkPlan.Placed> place(List<Cataloguing.Arrival> arrivals) {
        List<Long> numbers = arrivals.stream().map(Cataloguing.Arrival::number).toList();
        Map<Long, Descriptions.Place> before = stores.descriptions().places(numbers);
        Set<Long> decided = new HashSet<>();
        stores.decisions().of(numbers).forEach(decision -> {
            decided.add(decision.one());
            decided.add(decision.other());
        });
        Map<Long, Node> nodes = new LinkedHashMap<>();
        for (Cataloguing.Arrival arrival : arrivals) {
            Traits traits = arrival.traits();
            if (traits != null) {
                String says = traits.signature()
                        + (decided.contains(arrival.number())
                                ? "\n" + arrival.stored().raw().id().minted("")
                                : "");
                nodes.put(arrival.number(), new Node(RecordId.hash(says).substring(0, ID), traits));
            }
        }
        Map<String, Descriptions.Stored> known = stores.descriptions()
                .byId(nodes.values().stream().map(Node::id).distinct().toList());
        long next = stores.descriptions().next();
        Map<String, Long> numberOf = new HashMap<>();
        known.forEach((id, stored) -> numberOf.put(id, stored.number()));
        List<WorkPlan.Placed> placed = new ArrayList<>();
        Map<Long, Integer> change = new TreeMap<>();
        for (Cataloguing.Arrival arrival : arrivals) {
            Descriptions.Place place = before.get(arrival.number());
            Node node = nodes.get(arrival.number());
            if (place != null && place.live()) {
                change.merge(place.description(), -1, Integer::sum);
            }
            if (node == null) {
                if (place != null) {
                    placed.add(placed(arrival, place.description(), false));
                }
                continue;
            }
            Long number = numberOf.get(node.id());
            if (number == null) {
                number = next++;
                numberOf.put(node.id(), number);
            }
            Descriptions.Stored stored = known.get(node.id());
            long own = decided.contains(arrival.number()) ? arrival.number() : 0;
            if (stored == null || stored.epoch() != state.epoch() || own != 0) {
                made.put(number, new Neighbourhood.Known(node, own, state.epoch()));
            }
            change.merge(number, 1, Integer::sum);
            placed.add(placed(arrival, number, true));
        }
        Map<Long, Integer> live = stores.descriptions().live(change.keySet());
        Map<Long, Node> byNumber = new HashMap<>();
        nodes.forEach((record, node) -> byNumber.put(numberOf.getOrDefault(node.id(), 0L), node));
        change.forEach((number, by) -> {
            int was = live.getOrDefault(number, 0);
            if (was > 0 && was + by == 0) {
                left.add(number);
            } else if (was == 0 && was + by > 0 && !made.containsKey(number)) {
                // It was there once, kept for its ids, and has a record again.
                Node node = byNumber.get(number);
                if (node != null) {
                    made.put(number, new Neighbourhood.Known(node, 0, state.epoch()));
                }
            }
        });
        left.forEach(made::remove);
        return placed;
    }

    private static WorkPlan.Placed placed(Cataloguing.Arrival arrival, long description, boolean live) {
        int documents = arrival.stored().raw().documents().size();
        return new WorkPlan.Placed(
                arrival.number(),
                description,
                live,
                arrival.score(),
                documents,
                arrival.quality().expected(),
                arrival.quality().lacking(),
                arrival.holding());
    }
}
