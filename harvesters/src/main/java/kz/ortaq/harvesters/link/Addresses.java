package kz.ortaq.harvesters.link;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the addresses in records as cataloguers write them, and passes over those where nothing can be read. */
final class Addresses {

    private static final int LONGEST = 2_000;
    private static final Pattern DOI =
            Pattern.compile("(?i)(?:doi:\\s?+|https?://(?:dx\\.)?doi\\.org/)?(10\\.\\d{4,9}+/\\S{1,1000}+)");
    private static final Pattern HANDLE = Pattern.compile("(?i)hdl:\\s?+(\\d[\\d.]{0,20}+/\\S{1,1000}+)");
    private static final Pattern WITHOUT_SCHEME = Pattern.compile("(?i)www\\.[^\\s/]{1,250}+/\\S.*");
    private static final Pattern WEB = Pattern.compile("(?is)https?://(?:[^/?#@\\s]*+@)?+([^/?#:\\s]++)(.*)");

    private final Set<String> elsewhere;
    private final LinkTable table;

    /** @param elsewhere domains without documents, with all below them */
    Addresses(Set<String> elsewhere, LinkTable table) {
        this.elsewhere = elsewhere;
        this.table = table;
    }

    /** The address that a value is, if it is one to fetch. */
    Optional<String> of(String value) {
        // Seen in repositories that escape twice.
        String text = value.strip().replace("&amp;", "&");
        Matcher doi = DOI.matcher(text);
        Matcher handle = HANDLE.matcher(text);
        if (doi.matches()) {
            text = "https://doi.org/" + doi.group(1);
        } else if (handle.matches()) {
            text = "https://hdl.handle.net/" + handle.group(1);
        } else if (WITHOUT_SCHEME.matcher(text).matches()) {
            text = "http://" + text;
        }
        Matcher web = WEB.matcher(text);
        if (!web.matches() || isElsewhere(web.group(1).toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        String address = withoutUser(tidy(text));
        return address.length() > LONGEST ? Optional.empty() : Optional.of(address);
    }

    /** Host and port of an address, to tell hosts apart. */
    static String host(String address) {
        return address.replaceFirst("(?i)^https?://", "")
                .replaceFirst("[/?#].*", "")
                .toLowerCase(Locale.ROOT);
    }

    /** Without what stands behind the address: a note, a full stop, a place within the page. */
    private String tidy(String text) {
        String address = text.replaceFirst("#.*", "");
        if (!table.promises(address)) {
            // A name of a file may have spaces; elsewhere a note begins there: “(accessed 1.09.2020)”.
            address = address.replaceFirst("(?s)\\s.*", "");
        }
        int end = address.length();
        while (end > 0 && ".,;>)\"".indexOf(address.charAt(end - 1)) >= 0) {
            if (address.charAt(end - 1) == ')' && address.indexOf('(') >= 0) {
                break;
            }
            end--;
        }
        return address.substring(0, end).replaceAll("[\\r\\n\\t]", "");
    }

    /** A name and password in a record would be shown to everybody who reads its problems. */
    private static String withoutUser(String address) {
        return address.replaceFirst("//[^/?#@]*@", "//");
    }

    private boolean isElsewhere(String host) {
        for (String domain = host; ; domain = domain.substring(domain.indexOf('.') + 1)) {
            if (elsewhere.contains(domain)) {
                return true;
            }
            if (domain.indexOf('.') < 0) {
                return false;
            }
        }
    }
}
