package kz.ortaq.engine.values;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.ortaq.config.Tables;

/** Places and publishers as title pages and records write them, each led to one form. Immutable. */
public final class Imprints {

    private static final Pattern BRACKETS = Pattern.compile("[\\[\\]<>?]|\\[?(?:и др|etc)\\.?\\]?");
    private static final Pattern COUNTRY = Pattern.compile("[,(].*");
    private static final Pattern CITY = Pattern.compile("^(?:г\\.|гор\\.|қ\\.|қаласы) ?| (?:қ\\.|қаласы)$");
    private static final Pattern SEVERAL = Pattern.compile("\\s*[;:]\\s*");
    private static final Pattern UNKNOWN = Pattern.compile(
            "(?iu)\\W*(?:s\\.? ?n\\.?|s\\.? ?l\\.?|б\\. ?и\\.?|б\\. ?м\\.?|б\\. ?ж\\.?|с\\. ?н\\.?)\\W*",
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern QUOTED = Pattern.compile("[«\"“„]([^«»\"“”„]{2,80})[»\"”“]");

    private final Map<String, String> places = new HashMap<>();
    private final Set<String> forms;
    private final Pattern form;

    public Imprints() {
        Map<String, Object> table = Words.table("imprints.yaml");
        Words.lists(table, "places").forEach((id, names) -> names.forEach(name -> places.put(placeKey(name), id)));
        forms = Tables.strings(table, "publisher-forms").stream()
                .map(Words::folded)
                .collect(Collectors.toUnmodifiableSet());
        form = Pattern.compile(forms.stream()
                .sorted((one, other) -> other.length() - one.length())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?<= |^)(?:", ")(?= |$)")));
    }

    /** The id of a place, the same for its former names and abbreviations; empty where the table does not know it. */
    public Optional<String> place(String written) {
        String plain = BRACKETS.matcher(Words.lower(written)).replaceAll(" ").strip();
        String whole = places.get(placeKey(plain));
        return whole != null ? Optional.of(whole) : places(written).stream().findFirst();
    }

    /** The ids of all known places of a field: «М. ; СПб.», «Алматы: Мектеп». */
    public List<String> places(String written) {
        List<String> found = new ArrayList<>();
        for (String part : SEVERAL.split(BRACKETS.matcher(Words.lower(written)).replaceAll(" "))) {
            String plain = CITY.matcher(part.strip()).replaceAll("");
            String id = places.get(placeKey(plain));
            id = id == null ? places.get(placeKey(COUNTRY.matcher(plain).replaceAll(""))) : id;
            if (id != null && !found.contains(id) && found.size() < 10) {
                found.add(id);
            }
        }
        return List.copyOf(found);
    }

    /**
     * The name of a publisher for comparing: folded, without its form and quotes, so that «Мектеп», «"Мектеп" баспасы» and
     * «ЖШС Мектеп» are one. Empty where the record says that there is none.
     */
    public String publisher(String written) {
        String bounded = Words.lower(written);
        if (UNKNOWN.matcher(bounded).matches()) {
            return "";
        }
        String folded = Words.folded(bounded);
        String bare =
                form.matcher(folded).replaceAll("").replaceAll(" {2,}", " ").strip();
        var quoted = QUOTED.matcher(bounded);
        if (quoted.find()) {
            // What stands beside the quotes is its form, if that is all there is.
            Set<String> rest = new LinkedHashSet<>(List.of(bare.split(" ")));
            List.of(Words.folded(quoted.group(1)).split(" ")).forEach(rest::remove);
            bare = rest.isEmpty() ? Words.folded(quoted.group(1)) : bare;
        }
        return bare.isEmpty() ? folded : bare;
    }

    /** Records often lose the dot of «М.», so one or two letters stand for an abbreviation. */
    private static String placeKey(String name) {
        String folded = Words.folded(name);
        return folded.length() <= 2 ? folded + "." : folded.replace(" ", "");
    }
}
