package kz.ortaq.engine.cluster;

import java.util.List;

/**
 * Bundles that surely are of one work, most often a single one.
 *
 * @param bundles their numbers, ascending
 * @param speaking what the group is compared by
 */
record Group(List<Integer> bundles, List<Heading> speaking) {

    Group {
        bundles = List.copyOf(bundles);
        speaking = List.copyOf(speaking);
    }

    /** What it is called, where one name has to do. */
    Traits traits() {
        return speaking.getFirst().telling().getFirst().traits();
    }
}
