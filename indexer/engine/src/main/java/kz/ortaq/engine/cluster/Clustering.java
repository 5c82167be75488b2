package kz.ortaq.engine.cluster;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.ortaq.engine.cluster.Agglomeration.Link;
import kz.ortaq.engine.cluster.Match.Verdict;

/**
 * Puts the descriptions of a component together to works and editions: a function of the descriptions and decisions
 * alone, whatever order they come in.
 */
public final class Clustering {

    /** Changes whenever traits, keys or comparisons do, so that works made otherwise are seen as such. */
    public static final String VERSION = "clustering-3";

    /** Descriptions that are compared each with each; a larger component is divided. */
    public static final int MOST = 500;

    private record Division(String by, Function<Traits, String> key) {}

    // Each stricter than the one before; the last always ends.
    private static final List<Division> DIVISIONS = List.of(
            new Division("grade and part", traits -> traits.grades() + " " + traits.part()),
            new Division("title", traits -> String.valueOf(traits.mainTitle())),
            new Division("component", Traits::component),
            new Division("language", traits -> String.valueOf(traits.languages())),
            new Division("publisher", traits -> String.valueOf(traits.publishers())),
            new Division("year", traits -> String.valueOf(traits.year())));

    private final int most;

    public Clustering() {
        this(MOST);
    }

    /** @param most descriptions that are compared each with each */
    Clustering(int most) {
        this.most = most;
    }

    /**
     * Clusters a component.
     *
     * @throws IllegalArgumentException where two nodes have one id
     */
    public Partition cluster(Collection<Node> nodes, Collection<Decision> decisions) {
        List<Node> sorted =
                nodes.stream().sorted(Comparator.comparing(Node::id)).toList();
        Bundles bundles = new Bundles(sorted, List.copyOf(decisions));
        Relations relations = new Relations(bundles);
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < bundles.all().size(); i++) {
            all.add(i);
        }
        List<Partition.Work> works = new ArrayList<>();
        List<Partition.Divided> divided = new ArrayList<>();
        TreeSet<String> ambiguous = new TreeSet<>();
        List<List<Integer>> linked = all.size() <= most ? List.of(all) : LinkedPieces.of(bundles, relations, most);
        for (List<Integer> piece : linked) {
            for (List<Integer> small : divide(bundles, piece, 0, divided)) {
                works.addAll(works(bundles, relations, small, ambiguous));
            }
        }
        works.sort(Comparator.comparing(Clustering::first));
        return new Partition(works, List.copyOf(ambiguous), bundles.contradicted(), divided);
    }

    /** Divides a component until each piece is small enough; a bundle is never divided. */
    private List<List<Integer>> divide(Bundles bundles, List<Integer> all, int level, List<Partition.Divided> divided) {
        if (all.size() <= most) {
            return List.of(all);
        }
        List<List<Integer>> pieces = new ArrayList<>();
        if (level == DIVISIONS.size()) {
            divided.add(new Partition.Divided("number", all.size()));
            for (int from = 0; from < all.size(); from += most) {
                pieces.add(all.subList(from, Math.min(all.size(), from + most)));
            }
            return pieces;
        }
        Division division = DIVISIONS.get(level);
        Map<String, List<Integer>> byKey = all.stream()
                .collect(Collectors.groupingBy(
                        bundle -> division.key()
                                .apply(bundles.all().get(bundle).getFirst().traits()),
                        TreeMap::new,
                        Collectors.toList()));
        if (byKey.size() > 1) {
            divided.add(new Partition.Divided(division.by(), all.size()));
        }
        byKey.values().forEach(piece -> pieces.addAll(divide(bundles, piece, level + 1, divided)));
        return pieces;
    }

    private static List<Partition.Work> works(
            Bundles bundles, Relations relations, List<Integer> chosen, TreeSet<String> ambiguous) {
        List<Link> links = new ArrayList<>();
        List<Link> editionLinks = new ArrayList<>();
        List<BitSet> apart = Bundles.empty(chosen.size());
        List<BitSet> editionsApart = Bundles.empty(chosen.size());
        for (int i = 0; i < chosen.size(); i++) {
            for (int j = i + 1; j < chosen.size(); j++) {
                Relation relation = relations.of(chosen.get(i), chosen.get(j));
                if (relation.verdict() == Verdict.APART) {
                    apart.get(i).set(j);
                    apart.get(j).set(i);
                }
                if (relation.editionsApart()) {
                    editionsApart.get(i).set(j);
                    editionsApart.get(j).set(i);
                }
                if (relation.links()) {
                    links.add(new Link(i, j, relation.score(), relation.weak()));
                }
                if (relation.verdict() == Verdict.SAME_EDITION) {
                    editionLinks.add(new Link(i, j, relation.score(), relation.weak()));
                }
            }
        }
        Agglomeration agglomeration = new Agglomeration(apart);
        agglomeration.along(links);
        ids(bundles, chosen, agglomeration.ambiguous()).forEach(ambiguous::add);
        List<Partition.Work> works = new ArrayList<>();
        for (BitSet work : agglomeration.groups()) {
            works.add(new Partition.Work(editions(bundles, chosen, work, editionLinks, editionsApart)));
        }
        return works;
    }

    private static List<Partition.Edition> editions(
            Bundles bundles, List<Integer> chosen, BitSet work, List<Link> links, List<BitSet> apart) {
        Agglomeration editions = new Agglomeration(apart);
        editions.along(links.stream()
                .filter(link -> work.get(link.one()) && work.get(link.other()))
                .toList());
        return editions.groups().stream()
                .filter(group -> group.intersects(work))
                .map(group -> new Partition.Edition(ids(bundles, chosen, group)))
                .sorted(Comparator.comparing(edition -> edition.ids().getFirst()))
                .toList();
    }

    private static List<String> ids(Bundles bundles, List<Integer> chosen, BitSet group) {
        return group.stream()
                .boxed()
                .flatMap(member -> bundles.all().get(chosen.get(member)).stream())
                .map(Node::id)
                .sorted()
                .toList();
    }

    private static String first(Partition.Work work) {
        return work.editions().getFirst().ids().getFirst();
    }
}
