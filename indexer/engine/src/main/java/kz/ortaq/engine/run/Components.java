package kz.ortaq.engine.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.ortaq.engine.cluster.Decision;
import kz.ortaq.engine.cluster.Editions;
import kz.ortaq.engine.cluster.Grouping;
import kz.ortaq.engine.cluster.Heading;
import kz.ortaq.engine.cluster.Imprint;
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

    // Of a smaller work the editions are soon told anew.
    private static final int WORTH_REMEMBERING = 8;

    private static final long[] NONE = {};

    private final Stores stores;
    private final Neighbourhood neighbourhood;
    private final Headings batch;
    private final Linking linking;
    private final Set<Long> seen = new HashSet<>();
    private final List<List<List<Long>>> works = new ArrayList<>();
    private final Map<Long, Long> beside = new TreeMap<>();

    Components(Stores stores, Neighbourhood neighbourhood, Headings batch, Linking linking) {
        this.stores = stores;
        this.neighbourhood = neighbourhood;
        this.batch = batch;
        this.linking = linking;
    }

    /** Clusters every component that may be divided otherwise than before. */
    void cluster() {
        readAhead();
        linking.seeds().forEach(this::cluster);
        batch.parted().forEach(this::cluster);
        batch.joined().forEach((heading, descriptions) -> {
            if (!seen.contains(heading) && !joins(heading, descriptions)) {
                cluster(heading);
            }
        });
    }

    /** Has the neighbourhood read in a few questions what the components will ask for one by one. */
    private void readAhead() {
        Set<Long> reached = new HashSet<>(linking.seeds());
        reached.addAll(batch.parted());
        batch.joined().keySet().stream()
                .filter(heading -> neighbourhood.editions(heading) == null)
                .forEach(reached::add);
        Set<Long> level = new HashSet<>(reached);
        while (!level.isEmpty()) {
            Set<Long> next = new HashSet<>();
            neighbourhood
                    .links(level.stream()
                            .filter(number -> !linking.isUnlinked(number))
                            .toList())
                    .values()
                    .forEach(linked -> Arrays.stream(linked).forEach(next::add));
            level.forEach(number -> next.addAll(linking.of(number)));
            next.removeAll(reached);
            reached.addAll(next);
            level = next;
        }
        reached.removeAll(batch.touched().keySet());
        reached.removeAll(batch.gone());
        neighbourhood.of(reached);
    }

    /** The works of the components that were clustered. */
    List<List<List<Long>>> works() {
        return works;
    }

    /** Descriptions of other components, with those whose editions they join. */
    Map<Long, Long> beside() {
        return beside;
    }

    /** Whether descriptions say no imprint that their work does not have yet, so that nothing else changes. */
    private boolean joins(long heading, Set<Long> descriptions) {
        Neighbourhood.Known known = batch.touched().get(heading);
        Map<Imprint, Long> editions = neighbourhood.editions(heading);
        if (known == null || editions == null) {
            return false;
        }
        Map<Long, Long> found = new TreeMap<>();
        for (long description : descriptions) {
            Neighbourhood.Member member = known.members().get(description);
            Long other = member == null ? null : editions.get(member.imprint());
            if (other == null) {
                return false;
            }
            found.put(description, other);
        }
        beside.putAll(found);
        return true;
    }

    private void cluster(long seed) {
        if (!seen.contains(seed)) {
            cluster(component(seed));
        }
    }

    private Set<Long> component(long seed) {
        Set<Long> component = new TreeSet<>();
        Deque<Long> level = new ArrayDeque<>(List.of(seed));
        seen.add(seed);
        while (!level.isEmpty()) {
            component.addAll(level);
            List<Long> numbers = List.copyOf(level);
            level.clear();
            Map<Long, long[]> stored = neighbourhood.links(numbers.stream()
                    .filter(number -> !linking.isUnlinked(number))
                    .toList());
            for (long number : numbers) {
                Arrays.stream(stored.getOrDefault(number, NONE))
                        .filter(other -> !linking.isUnlinked(other))
                        .filter(seen::add)
                        .forEach(level::add);
                linking.of(number).stream().filter(seen::add).forEach(level::add);
            }
        }
        return component;
    }

    private void cluster(Set<Long> component) {
        Map<Long, Neighbourhood.Known> known = new TreeMap<>(neighbourhood.of(component.stream()
                .filter(number -> !batch.touched().containsKey(number))
                .toList()));
        component.forEach(number -> {
            Neighbourhood.Known touched = batch.touched().get(number);
            if (touched != null) {
                known.put(number, touched);
            }
        });
        if (known.size() == 1) {
            add(List.of(List.copyOf(known.keySet())), known);
            return;
        }
        Map<String, Long> numberOf = new HashMap<>();
        List<Heading> headings = new ArrayList<>();
        known.forEach((number, one) -> {
            numberOf.put(one.heading().id(), number);
            headings.add(one.heading());
        });
        Grouping grouping = neighbourhood.clustering().group(headings, decisions(known.values()));
        grouping.divided()
                .forEach(divided -> LOG.info(
                        "{} descriptions that may be of one work were compared in parts, by {}",
                        divided.descriptions(),
                        divided.by()));
        for (List<List<String>> work : grouping.works()) {
            add(
                    work.stream()
                            .map(bundle -> bundle.stream().map(numberOf::get).toList())
                            .toList(),
                    known);
        }
    }

    /** Adds a work: the headings of its bundles. */
    private void add(List<List<Long>> bundles, Map<Long, Neighbourhood.Known> known) {
        List<Map<Long, Imprint>> imprints = new ArrayList<>();
        Map<Imprint, Long> editions = new HashMap<>();
        int members = 0;
        for (List<Long> bundle : bundles) {
            Map<Long, Imprint> told = new TreeMap<>();
            for (long heading : bundle) {
                Neighbourhood.Known one = known.get(heading);
                if (one != null) {
                    one.members().forEach((number, member) -> told.put(number, member.imprint()));
                    if (one.own() == 0) {
                        one.members().forEach((number, member) -> editions.put(member.imprint(), number));
                    }
                }
            }
            members += told.size();
            imprints.add(told);
        }
        boolean remembered = members >= WORTH_REMEMBERING;
        bundles.forEach(
                bundle -> bundle.forEach(heading -> neighbourhood.putEditions(heading, remembered ? editions : null)));
        works.add(
                members == 1
                        ? List.of(List.copyOf(imprints.getFirst().keySet()))
                        : Editions.of(
                                imprints,
                                bundles.stream()
                                        .map(bundle -> bundle.size() > 1)
                                        .toList()));
    }

    private List<Decision> decisions(Collection<Neighbourhood.Known> known) {
        Map<Long, String> idOf = new HashMap<>();
        for (Neighbourhood.Known one : known) {
            if (one.own() != 0) {
                idOf.put(one.own(), one.heading().id());
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
