package kz.ortaq.engine.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.ortaq.engine.cluster.Clustering;
import kz.ortaq.engine.cluster.Decision;
import kz.ortaq.engine.cluster.Node;
import kz.ortaq.engine.cluster.Partition;
import kz.ortaq.records.store.Decisions;
import kz.ortaq.records.store.Stores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The components of links that a batch touches, each clustered whole, so that the order of arrival plays no part. For one
 * thread, and one batch.
 */
final class Components {

    private static final Logger LOG = LoggerFactory.getLogger(Components.class);

    private final Stores stores;
    private final Neighbourhood neighbourhood;
    private final Map<Long, Neighbourhood.Known> made;
    private final Linking linking;
    private final Clustering clustering = new Clustering();

    Components(Stores stores, Neighbourhood neighbourhood, Map<Long, Neighbourhood.Known> made, Linking linking) {
        this.stores = stores;
        this.neighbourhood = neighbourhood;
        this.made = made;
        this.linking = linking;
    }

    /** The works of every component that the batch touches. */
    List<List<List<Long>>> works() {
        List<List<List<Long>>> works = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (long seed : linking.seeds()) {
            if (!seen.contains(seed)) {
                works.addAll(cluster(component(seed, seen)));
            }
        }
        return works;
    }

    private Set<Long> component(long seed, Set<Long> seen) {
        Set<Long> component = new TreeSet<>();
        Deque<Long> level = new ArrayDeque<>(List.of(seed));
        seen.add(seed);
        while (!level.isEmpty()) {
            component.addAll(level);
            List<Long> numbers = List.copyOf(level);
            level.clear();
            Map<Long, Set<Long>> stored = stores.descriptions().links(numbers);
            for (long number : numbers) {
                Set<Long> next = new LinkedHashSet<>();
                if (!linking.unlinked().contains(number)) {
                    stored.getOrDefault(number, Set.of()).stream()
                            .filter(other -> !linking.unlinked().contains(other))
                            .forEach(next::add);
                }
                next.addAll(linking.of(number));
                next.stream().filter(seen::add).forEach(level::add);
            }
        }
        return component;
    }

    private List<List<List<Long>>> cluster(Set<Long> component) {
        Map<Long, Neighbourhood.Known> known = new TreeMap<>(neighbourhood.of(
                component.stream().filter(number -> !made.containsKey(number)).toList()));
        component.stream().filter(made::containsKey).forEach(number -> known.put(number, made.get(number)));
        if (known.size() == 1) {
            return List.of(List.of(List.copyOf(known.keySet())));
        }
        Map<String, Long> numberOf = new HashMap<>();
        List<Node> nodes = new ArrayList<>();
        known.forEach((number, one) -> {
            numberOf.put(one.node().id(), number);
            nodes.add(one.node());
        });
        Partition partition = clustering.cluster(nodes, decisions(known.values()));
        partition
                .divided()
                .forEach(divided -> LOG.info(
                        "{} descriptions that may be of one work were compared in parts, by {}",
                        divided.descriptions(),
                        divided.by()));
        return partition.works().stream()
                .map(work -> work.editions().stream()
                        .map(edition ->
                                edition.ids().stream().map(numberOf::get).toList())
                        .toList())
                .toList();
    }

    private List<Decision> decisions(Collection<Neighbourhood.Known> known) {
        Map<Long, String> idOf = new HashMap<>();
        for (Neighbourhood.Known one : known) {
            if (one.own() != 0) {
                idOf.put(one.own(), one.node().id());
            }
        }
        List<Decision> decisions = new ArrayList<>();
        if (!idOf.isEmpty()) {
            for (Decisions.Numbered decision : stores.decisions().of(idOf.keySet())) {
                String one = idOf.get(decision.one());
                String other = idOf.get(decision.other());
                if (one != null && other != null) {
                    decisions.add(new Decision(one, other, decision.same()));
                }
            }
        }
        return decisions;
    }
}
