package kz.ortaq.engine.cluster;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.ortaq.engine.cluster.Agglomeration.Link;
import kz.ortaq.engine.cluster.Match.Verdict;

/**
 * Puts the descriptions of a component together to works and editions: a function of the descriptions and decisions
 * alone, whatever order they come in. For one thread, which does well to keep it: it remembers whose names are one.
 */
public final class Clustering {

    /** Changes whenever traits, keys or comparisons do, so that works made otherwise are seen as such. */
    public static final String VERSION = "clustering-4";

    /** Headings, or groups of them, that are compared each with each; a larger component is divided. */
    public static final int MOST = 500;

    /** Of so many headings those are gathered first that surely are of one work. */
    private static final int MANY = 64;

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
    private final int many;
    private final Relations relations = new Relations();

    public Clustering() {
        this(MOST, MANY);
    }

    /**
     * @param most headings or groups that are compared each with each
     * @param many of so many headings those are gathered that surely are of one work
     */
    Clustering(int most, int many) {
        this.most = most;
        this.many = many;
    }

    /** Whether two headings may be of one work. */
    public boolean linked(Heading one, Heading other) {
        boolean inOrder = one.id().compareTo(other.id()) <= 0;
        return relations.of(inOrder ? one : other, inOrder ? other : one).links();
    }

    /**
     * Clusters a component of single descriptions.
     *
     * @throws IllegalArgumentException where two nodes have one id
     */
    public Partition cluster(Collection<Node> nodes, Collection<Decision> decisions) {
        Set<String> decided = new HashSet<>();
        decisions.forEach(decision -> {
            decided.add(decision.one());
            decided.add(decision.other());
        });
        Map<String, Map<String, Node>> byHeading = new TreeMap<>();
        Set<String> ids = new HashSet<>();
        for (Node node : nodes) {
            if (!ids.add(node.id())) {
                throw new IllegalArgumentException("two descriptions have the id " + node.id());
            }
            byHeading
                    .computeIfAbsent(
                            decided.contains(node.id()) ? node.id() : node.heading(), heading -> new TreeMap<>())
                    .put(node.id(), node);
        }
        List<Heading> headings = new ArrayList<>();
        byHeading.forEach((id, under) -> headings.add(Heading.of(id, under.values())));
        Grouping grouping = group(headings, decisions, false);
        List<Partition.Work> works = new ArrayList<>();
        for (List<List<String>> work : grouping.works()) {
            List<Map<String, Imprint>> imprints = new ArrayList<>();
            for (List<String> bundle : work) {
                Map<String, Imprint> told = new TreeMap<>();
                bundle.forEach(id -> under(byHeading, id)
                        .forEach((node, one) -> told.put(node, one.traits().imprint())));
                imprints.add(told);
            }
            works.add(new Partition.Work(
                    Editions.of(
                                    imprints,
                                    work.stream()
                                            .map(bundle -> bundle.size() > 1)
                                            .toList())
                            .stream()
                            .map(edition -> new Partition.Edition(
                                    edition.stream().sorted().toList()))
                            .sorted(Comparator.comparing(
                                    edition -> edition.ids().getFirst()))
                            .toList()));
        }
        works.sort(Comparator.comparing(work -> work.editions().getFirst().ids().getFirst()));
        List<String> ambiguous = grouping.ambiguous().stream()
                .flatMap(id -> under(byHeading, id).keySet().stream())
                .sorted()
                .toList();
        return new Partition(works, ambiguous, grouping.contradicted(), grouping.divided());
    }

    private static Map<String, Node> under(Map<String, Map<String, Node>> byHeading, String id) {
        return byHeading.getOrDefault(id, Map.of());
    }

    /**
     * Puts the headings of a component that links connect together to works.
     *
     * @param decisions by the ids of headings; whatever was decided about has one of its own
     * @throws IllegalArgumentException where two headings have one id
     */
    public Grouping group(Collection<Heading> headings, Collection<Decision> decisions) {
        return group(headings, decisions, true);
    }

    private Grouping group(Collection<Heading> headings, Collection<Decision> decisions, boolean connected) {
        List<Heading> sorted =
                headings.stream().sorted(Comparator.comparing(Heading::id)).toList();
        Bundles bundles = new Bundles(sorted, List.copyOf(decisions));
        Gathering gathering = new Gathering(bundles, relations);
        List<Group> alone = gathering.alone();
        List<List<List<String>>> works = new ArrayList<>();
        List<Partition.Divided> divided = new ArrayList<>();
        TreeSet<String> ambiguous = new TreeSet<>();
        for (List<Group> piece : connected || alone.size() < many ? List.of(alone) : pieces(bundles, alone)) {
            List<Group> groups = piece.size() < many ? piece : gathering.gathered(piece);
            for (List<Group> linked : groups.size() <= most ? List.of(groups) : pieces(bundles, groups)) {
                divide(linked, 0, divided).forEach(small -> works.addAll(works(bundles, small, ambiguous)));
            }
        }
        return new Grouping(works, List.copyOf(ambiguous), bundles.contradicted(), divided);
    }

    private List<List<Group>> pieces(Bundles bundles, List<Group> groups) {
        return LinkedPieces.of(
                        groups,
                        (one, other) -> relation(bundles, groups.get(one), groups.get(other))
                                .links(),
                        most)
                .stream()
                .map(piece -> piece.stream().map(groups::get).toList())
                .toList();
    }

    private Relation relation(Bundles bundles, Group one, Group other) {
        if (one.bundles().size() == 1
                && other.bundles().size() == 1
                && bundles.areApart(one.bundles().getFirst(), other.bundles().getFirst())) {
            return Relation.DECIDED_APART;
        }
        return one.speaking().size() == 1 && other.speaking().size() == 1
                ? relations.of(one.speaking().getFirst(), other.speaking().getFirst())
                : relations.best(one.speaking(), other.speaking());
    }

    /** Divides a component until each piece is small enough; a group is never divided. */
    private List<List<Group>> divide(List<Group> all, int level, List<Partition.Divided> divided) {
        if (all.size() <= most) {
            return List.of(all);
        }
        List<List<Group>> pieces = new ArrayList<>();
        if (level == DIVISIONS.size()) {
            divided.add(new Partition.Divided("number", all.size()));
            for (int from = 0; from < all.size(); from += most) {
                pieces.add(all.subList(from, Math.min(all.size(), from + most)));
            }
            return pieces;
        }
        Division division = DIVISIONS.get(level);
        Map<String, List<Group>> byKey = all.stream()
                .collect(Collectors.groupingBy(
                        group -> division.key().apply(group.traits()), TreeMap::new, Collectors.toList()));
        if (byKey.size() > 1) {
            divided.add(new Partition.Divided(division.by(), all.size()));
        }
        byKey.values().forEach(piece -> pieces.addAll(divide(piece, level + 1, divided)));
        return pieces;
    }

    private List<List<List<String>>> works(Bundles bundles, List<Group> chosen, TreeSet<String> ambiguous) {
        List<Link> links = new ArrayList<>();
        List<BitSet> apart = Bundles.empty(chosen.size());
        for (int i = 0; i < chosen.size(); i++) {
            for (int j = i + 1; j < chosen.size(); j++) {
                Relation relation = relation(bundles, chosen.get(i), chosen.get(j));
                if (relation.verdict() == Verdict.APART) {
                    apart.get(i).set(j);
                    apart.get(j).set(i);
                }
                if (relation.links()) {
                    links.add(new Link(i, j, relation.score(), relation.weak()));
                }
            }
        }
        Agglomeration agglomeration = new Agglomeration(apart);
        agglomeration.along(links);
        agglomeration.ambiguous().stream()
                .mapToObj(chosen::get)
                .forEach(group -> ids(bundles, group).forEach(ambiguous::addAll));
        List<List<List<String>>> works = new ArrayList<>();
        for (BitSet work : agglomeration.groups()) {
            works.add(work.stream()
                    .mapToObj(chosen::get)
                    .flatMap(group -> ids(bundles, group).stream())
                    .toList());
        }
        return works;
    }

    /** The headings of each bundle of a group. */
    private static List<List<String>> ids(Bundles bundles, Group group) {
        return group.bundles().stream()
                .map(bundle ->
                        bundles.all().get(bundle).stream().map(Heading::id).toList())
                .toList();
    }
}
