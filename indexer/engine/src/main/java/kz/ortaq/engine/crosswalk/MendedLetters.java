package kz.ortaq.engine.crosswalk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.ortaq.letters.Letters;
import kz.ortaq.letters.Mending;
import kz.ortaq.records.BibRecord;

/**
 * Puts the letters of a record right: what was read in a wrong charset or typed in an old font, by the evidence of the
 * whole record, and letters of one alphabet among those of another, by the word.
 */
final class MendedLetters {

    /** Parts that are no words but signs, each of which means itself. */
    private static final Set<String> SIGNS =
            Set.of("call-number", "date", "extent", "language", "level", "level-code", "kind-code");

    private static final int LONGEST_EXAMPLE = 60;

    private final Mending mending;
    private Optional<String> from = Optional.empty();
    private String example = "";

    private MendedLetters(Mending mending) {
        this.mending = mending;
    }

    /** Weighs all that a record says. */
    static MendedLetters of(
            Map<String, List<BibRecord.Value>> values,
            List<BibRecord.Contributor> contributors,
            List<BibRecord.Host> hosts) {
        List<String> all = new ArrayList<>();
        values.values().forEach(list -> list.forEach(value -> all.add(value.text())));
        contributors.forEach(contributor -> all.add(contributor.name()));
        hosts.forEach(host -> all.add(host.title()));
        return new MendedLetters(Mending.of(all));
    }

    /** Where the first value stands that was mended, if one was. */
    Optional<String> from() {
        return from;
    }

    /** What it was and what it is. */
    String example() {
        return example;
    }

    Map<String, List<BibRecord.Value>> values(Map<String, List<BibRecord.Value>> values) {
        Map<String, List<BibRecord.Value>> mended = new LinkedHashMap<>();
        values.forEach((part, list) -> mended.put(part, SIGNS.contains(part) ? list : list(list)));
        return mended;
    }

    List<BibRecord.Contributor> contributors(List<BibRecord.Contributor> contributors) {
        return contributors.stream()
                .map(one -> new BibRecord.Contributor(text(one.name(), one.from()), one.role(), one.from()))
                .toList();
    }

    List<BibRecord.Host> hosts(List<BibRecord.Host> hosts) {
        return hosts.stream()
                .map(one -> new BibRecord.Host(
                        text(one.title(), one.from()),
                        one.date(),
                        one.number(),
                        one.pages(),
                        one.identifiers(),
                        one.from()))
                .toList();
    }

    private List<BibRecord.Value> list(List<BibRecord.Value> list) {
        List<BibRecord.Value> mended = new ArrayList<>(list.size());
        for (BibRecord.Value value : list) {
            String text = text(value.text(), value.from());
            mended.add(text.equals(value.text()) ? value : new BibRecord.Value(text, value.language(), value.from()));
        }
        return mended;
    }

    private String text(String sent, String place) {
        String read = Letters.mendLookAlikes(mending.mend(sent));
        if (from.isEmpty() && !read.equals(sent)) {
            from = Optional.of(place);
            example = shortened(sent) + " → " + shortened(read);
        }
        return read;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_EXAMPLE ? text : text.substring(0, LONGEST_EXAMPLE) + "…";
    }
}
