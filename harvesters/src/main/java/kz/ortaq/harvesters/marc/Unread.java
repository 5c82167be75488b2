package kz.ortaq.harvesters.marc;

import java.util.regex.Pattern;

/**
 * Remembers what could not be read of an export, so that no record is taken for deleted that may be among it. Bounded:
 * where too much could not be read, every record may be.
 */
final class Unread {

    private static final int MOST = 4 << 20;
    private static final Pattern SUFFIX = Pattern.compile("~[0-9a-f]{12}$");

    private final StringBuilder texts = new StringBuilder();
    private boolean everything;

    void add(Item.Refused refused) {
        everything |= texts.length() + refused.sent().length > MOST;
        if (!everything) {
            texts.append(Snippet.whole(refused.sent()))
                    .append('\n')
                    .append(refused.place())
                    .append('\n');
        }
    }

    /** A file could not be read, or not to its end. */
    void addAll() {
        everything = true;
    }

    boolean isEverything() {
        return everything;
    }

    /** Whether the record that has this identifier may be one of those that could not be read. */
    boolean mayHold(String identifier) {
        if (everything) {
            return true;
        }
        if (texts.isEmpty()) {
            return false;
        }
        if (identifier.startsWith("content-")) {
            return true;
        }
        int mfn = identifier.lastIndexOf("-mfn-");
        if (mfn >= 0) {
            return texts.indexOf("MFN " + identifier.substring(mfn + 5) + ",") >= 0;
        }
        return texts.indexOf(SUFFIX.matcher(identifier).replaceFirst("")) >= 0;
    }
}
