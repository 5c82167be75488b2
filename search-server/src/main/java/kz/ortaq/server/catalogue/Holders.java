package kz.ortaq.server.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.ortaq.records.Edition;
import kz.ortaq.records.Holding;
import kz.ortaq.records.Work;
import kz.ortaq.records.store.Holdings;

/** Who holds works, those nearest to one reader first; of a work that thousands hold only what is shown is read. */
public final class Holders {

    /** So many holdings of a work are shown at first, all its editions together, and on each page of one edition. */
    public static final int SHOWN = 50;

    /** So many holdings of an edition are given out at once. */
    public static final int MOST = 100;

    private final Holdings holdings;
    private final List<Set<String>> nearest;

    Holders(Holdings holdings, List<Set<String>> nearest) {
        this.holdings = holdings;
        this.nearest = nearest;
    }

    /** The nearest of each edition, by its id, as long as there is room; of those without any nothing. */
    public Map<String, List<Holding>> first(Work work) {
        Map<String, Integer> rooms = new HashMap<>();
        int room = SHOWN;
        for (Edition edition : work.editions()) {
            if (room > 0) {
                rooms.put(edition.id(), Math.min(room, edition.held()));
                room -= Math.min(room, edition.held());
            }
        }
        Map<String, List<Holding>> first = new HashMap<>();
        holdings.of(work.id(), rooms.keySet(), nearest, 0, SHOWN)
                .forEach((edition, all) -> first.put(
                        edition, List.copyOf(all.subList(0, Math.min(all.size(), rooms.getOrDefault(edition, 0))))));
        return first;
    }

    /** Those of one edition from {@code first} on, at most {@code most}. */
    public List<Holding> page(Work work, Edition edition, int first, int most) {
        return holdings.of(work.id(), List.of(edition.id()), nearest, first, Math.min(most, MOST))
                .getOrDefault(edition.id(), new ArrayList<>());
    }
}
