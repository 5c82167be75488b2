package kz.ortaq.server.command;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.ortaq.engine.crosswalk.Crosswalks;
import kz.ortaq.engine.crosswalk.OperatorTables;
import kz.ortaq.harvesters.files.SourceFiles;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.Source;
import kz.ortaq.records.SourceKind;
import kz.ortaq.records.store.Registry;
import kz.ortaq.server.catalogue.RequestLinks;

/** Makes ids and sources of what is typed. */
final class Registration {

    private static final int LONGEST_ID = 40;
    private static final String ACCESS = "access";
    private static final List<String> ACCESSES = List.of("open", "library", "request");
    private static final Map<Integer, String> LATIN = latin();

    private Registration() {}

    /** Something typed that cannot be used. */
    static final class Wrong extends Exception {
        Wrong(String message) {
            super(message);
        }
    }

    /** A short id of a name, readable, and not in use yet. */
    static String id(String name, Registry registry) {
        StringBuilder id = new StringBuilder();
        name.toLowerCase(Locale.ROOT)
                .codePoints()
                .forEach(letter -> id.append(LATIN.getOrDefault(
                        letter, Character.isLetterOrDigit(letter) && letter < 128 ? Character.toString(letter) : "-")));
        String base = id.toString().replaceAll("-+", "-").replaceAll("^-|-$", "");
        base = base.isEmpty() ? "library-" + RecordId.hash(name).substring(0, 6) : base;
        base = base.length() > LONGEST_ID ? base.substring(0, LONGEST_ID).replaceAll("-$", "") : base;
        String free = base;
        for (int i = 2; registry.library(free).isPresent(); i++) {
            free = base + "-" + i;
        }
        return free;
    }

    /** A source of {@code KIND:ADDRESS}, with options {@code NAME=VALUE}. */
    static Source source(String library, String text, List<String> options, Registry registry) throws Wrong {
        int colon = text.indexOf(':');
        Optional<SourceKind> kind = colon < 1 ? Optional.empty() : SourceKind.of(text.substring(0, colon));
        if (kind.isEmpty()) {
            throw new Wrong("“" + text + "” is no source; write KIND:ADDRESS with one of the kinds "
                    + Arrays.stream(SourceKind.values()).map(SourceKind::code).collect(Collectors.joining(", "))
                    + ", for example oai:https://lib.example.kz/oai/request or folder:/home/school/books");
        }
        String address = address(kind.get(), text.substring(colon + 1).strip());
        String base = library + "-" + kind.get().code();
        String id = base;
        for (int i = 2; registry.source(id).isPresent(); i++) {
            id = base + "-" + i;
        }
        return new Source(id, library, kind.get(), address, options(options), Source.State.ACTIVE);
    }

    private static String address(SourceKind kind, String address) throws Wrong {
        boolean file = kind == SourceKind.FOLDER
                || List.of(SourceKind.MARC, SourceKind.SHEET, SourceKind.FEED).contains(kind)
                        && !SourceFiles.isAddress(address);
        if (file) {
            if (address.isEmpty()) {
                throw new Wrong("the path is missing: write " + kind.code() + ":/path/to/it");
            }
            return Path.of(address).toAbsolutePath().normalize().toString();
        }
        try {
            URI uri = new URI(address);
            if (uri.getHost() != null && List.of("http", "https").contains(String.valueOf(uri.getScheme()))) {
                return uri.toString();
            }
        } catch (URISyntaxException e) {
            // said below
        }
        throw new Wrong("“" + address + "” is no address; write it in full, beginning with http:// or https://");
    }

    /** Refuses a table that is not there. */
    static void checkTable(Map<String, String> options, Crosswalks crosswalks) throws Wrong {
        String table = options.get(OperatorTables.OPTION);
        if (table != null && crosswalks.named(table).isEmpty()) {
            throw new Wrong(
                    "There is no crosswalk table “" + table + "”; there are: " + String.join(", ", crosswalks.names()));
        }
    }

    /** Options of a source, typed as {@code NAME=VALUE}. */
    static Map<String, String> options(List<String> options) throws Wrong {
        Map<String, String> map = new LinkedHashMap<>();
        for (String option : options) {
            int equals = option.indexOf('=');
            String name = equals < 1 ? "" : option.substring(0, equals).strip();
            if (!List.of(
                            "prefix",
                            "set",
                            Source.LISTS,
                            "channel",
                            ACCESS,
                            Source.EVERY,
                            Source.REQUEST,
                            OperatorTables.OPTION)
                    .contains(name)) {
                throw new Wrong("“" + option
                        + "” is no option; allowed: prefix=FORMAT, set=SETSPEC, lists=SETSPEC, channel=NAME, access=open, every=6h,"
                        + " crosswalk=TABLE, request=ADDRESS");
            }
            String value = option.substring(equals + 1).strip();
            if (name.equals(ACCESS) && !ACCESSES.contains(value)) {
                throw new Wrong("“" + option + "” says nothing of who may read; write access=open where everyone may,"
                        + " access=library where readers of the library may, access=request where one asks for it");
            }
            if (name.equals(Source.EVERY) && !Rhythm.understands(value)) {
                throw new Wrong(
                        "“" + option + "” is no rhythm; write hours or days, every=6h or every=7d, or every=never");
            }
            Optional<String> fault =
                    name.equals(Source.REQUEST) && !value.isEmpty() ? RequestLinks.fault(value) : Optional.empty();
            if (fault.isPresent()) {
                throw new Wrong(
                        "“" + option + "” cannot lead readers to a copy: " + fault.get()
                                + "; for example request=https://koha.example.kz/cgi-bin/koha/opac-reserve.pl?biblionumber={id}");
            }
            map.put(name, value);
        }
        return map;
    }

    /** Cyrillic letters in the Latin that people read in addresses. */
    private static Map<Integer, String> latin() {
        String[] pairs =
                ("а a ә a б b в v г g ғ g д d е e ё e ж zh з z и i й i к k қ q л l м m н n ң n о o ө o п p р r "
                                + "с s т t у u ұ u ү u ф f х h һ h ц ts ч ch ш sh щ sh ъ - ы y і i ь - э e ю yu я ya")
                        .split(" ");
        Map<Integer, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i].codePointAt(0), pairs[i + 1].equals("-") ? "" : pairs[i + 1]);
        }
        return map;
    }
}
