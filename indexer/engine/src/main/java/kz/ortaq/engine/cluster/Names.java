package kz.ortaq.engine.cluster;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.ortaq.engine.values.PersonName;

/** Compares names, and remembers what it found: descriptions of one work name few people many times. For one thread. */
final class Names {

    private static final int MOST = 50_000;

    private record Pair(PersonName one, PersonName other) {}

    private final Map<Pair, PersonName.Match> known = new HashMap<>();

    /** The best match of one of some with one of others. */
    PersonName.Match best(List<PersonName> some, List<PersonName> others) {
        PersonName.Match best = PersonName.Match.NO;
        for (PersonName name : some) {
            for (PersonName second : others) {
                PersonName.Match match = match(name, second);
                if (match == PersonName.Match.YES) {
                    return match;
                }
                best = match == PersonName.Match.PERHAPS ? match : best;
            }
        }
        return best;
    }

    private PersonName.Match match(PersonName one, PersonName other) {
        Pair pair = new Pair(one, other);
        PersonName.Match match = known.get(pair);
        if (match == null) {
            match = one.matches(other);
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(pair, match);
        }
        return match;
    }
}
