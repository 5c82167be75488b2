package kz.ortaq.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import kz.ortaq.engine.cluster.Clustering;
import kz.ortaq.engine.cluster.Match;
import kz.ortaq.engine.cluster.Node;
import kz.ortaq.engine.cluster.Traits;

/** What a comparison costs, and the largest component that is compared whole. */
final class ClusteringCost {

    private static final int ROUNDS = 5;

    private ClusteringCost() {}

    /** Prints the best of several rounds over descriptions that all differ. */
    static void run(List<Draft> base, long seed) {
        OtherHands hands = new OtherHands(new Random(seed));
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; nodes.size() < Clustering.MOST; i++) {
            nodes.add(new Node(
                    String.valueOf(i),
                    Traits.of(hands.rewrite(base.get(i % base.size())).record())));
        }
        double component = Double.MAX_VALUE;
        double explained = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long begun = System.nanoTime();
            new Clustering().cluster(nodes, List.of());
            component = Math.min(component, (System.nanoTime() - begun) / 1e9);
            begun = System.nanoTime();
            nodes.forEach(node -> Match.of(nodes.getFirst().traits(), node.traits()));
            explained = Math.min(explained, (System.nanoTime() - begun) / 1e9);
        }
        double pairs = nodes.size() * (nodes.size() - 1) / 2.0;
        System.out.printf(
                Locale.ROOT,
                "{\"set\":\"cost\",\"descriptions\":%d,\"componentSeconds\":%.2f,\"comparisonsASecond\":%.0f,"
                        + "\"explanationsASecond\":%.0f}%n",
                nodes.size(),
                component,
                pairs / component,
                nodes.size() / explained);
    }
}
