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
import kz.ortaq.records.store.Descriptions;
import kz.ortaq.records.store.Stores;
import kz.ortaq.records.store.WorkPlan;
import kz.ortaq.records.store.Works;

/**
 * Says where the records of one batch stand, and what works that makes. Records that say the same share a description;
 * one that a librarian decided something about has its own.
 */
final class Placement {

    private final Stores stores;
    private final Neighbourhood neighbourhood;
    private final Works.State state;

    // What the batch makes of descriptions, by number; those that were there and are made anew among them.
    private final Map<Long, Headings.Made> made = new TreeMap<>();
    // Descriptions that no live record has any more, with the headings that they stood under.
    private final Map<Long, Long> left = new TreeMap<>();

    Placement(Stores stores, Neighbourhood neighbourhood, Works.State state) {
        this.stores = stores;
        this.neighbourhood = neighbourhood;
        this.state = state;
    }

    /** @param last whether no record follows that waits to be placed */
    WorkPlan plan(List<Cataloguing.Arrival> arrivals, boolean last) {
        List<WorkPlan.Placed> placed = place(arrivals);
        Headings headings = new Headings(stores, neighbourhood);
        Map<Long, Long> headingOf = headings.change(made, left);
        Linking linking = new Linking(stores, neighbourhood, headings);
        linking.link();
        Components components = new Components(stores, neighbourhood, headings, linking);
        components.cluster();
        boolean inOrder = linking.remember(last);
        List<WorkPlan.Description> descriptions = made.entrySet().parallelStream()
                .map(one -> new WorkPlan.Description(
                        one.getKey(),
                        one.getValue().node().id(),
                        one.getValue().own(),
                        one.getValue().epoch(),
                        StoredTraits.write(one.getValue().node().traits()),
                        headingOf.getOrDefault(one.getKey(), 0L),
                        one.getValue().isNew()))
                .toList();
        return new WorkPlan(
                state,
                arrivals.getLast().stored().version(),
                descriptions,
                placed,
                linking.headings(),
                linking.unlinked(),
                headings.gone(),
                inOrder,
                linking.made(),
                components.works(),
                components.beside());
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
                nodes.put(
                        arrival.number(),
                        decided.contains(arrival.number()) ? own(arrival, traits) : shared(arrival, traits));
            }
        }
        Map<String, Descriptions.Stored> known = stores.descriptions()
                .byId(nodes.values().stream().map(Node::id).distinct().toList());
        long next = stores.descriptions().next();
        Map<String, Long> numberOf = new HashMap<>();
        known.forEach((id, stored) -> numberOf.put(id, stored.number()));
        List<WorkPlan.Placed> placed = new ArrayList<>();
        Map<Long, Integer> change = new TreeMap<>();
        Map<Long, Headings.Made> perhaps = new TreeMap<>();
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
            long own = decided.contains(arrival.number()) ? arrival.number() : 0;
            perhaps.put(number, new Headings.Made(node, own, state.epoch(), 0, true));
            change.merge(number, 1, Integer::sum);
            placed.add(placed(arrival, number, true));
        }
        settle(change, perhaps, known);
        return placed;
    }

    /** What of the descriptions is to be made, and which lose their last record. */
    private void settle(
            Map<Long, Integer> change, Map<Long, Headings.Made> perhaps, Map<String, Descriptions.Stored> known) {
        Map<Long, Integer> live = stores.descriptions().live(change.keySet());
        Set<Long> leaving = new TreeSet<>();
        change.forEach((number, by) -> {
            int was = live.getOrDefault(number, 0);
            Headings.Made one = perhaps.get(number);
            if (was > 0 && was + by == 0) {
                leaving.add(number);
            } else if (one != null) {
                Descriptions.Stored stored = known.get(one.node().id());
                // One that was there once, kept for its ids, and has a record again is made anew.
                if (stored == null || stored.epoch() != state.epoch() || one.own() != 0 || was == 0) {
                    long standing = stored == null || was == 0 ? 0 : stored.heading();
                    made.put(number, new Headings.Made(one.node(), one.own(), one.epoch(), standing, stored == null));
                }
            }
        });
        stores.descriptions().byNumber(leaving).forEach((number, stored) -> left.put(number, stored.heading()));
    }

    private Node shared(Cataloguing.Arrival arrival, Traits traits) {
        return new Node(arrival.description(), traits, arrival.heading() + " " + state.epoch());
    }

    private static Node own(Cataloguing.Arrival arrival, Traits traits) {
        return Node.alone(
                Cataloguing.id(
                        traits.signature() + "\n" + arrival.stored().raw().id().minted("")),
                traits);
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
