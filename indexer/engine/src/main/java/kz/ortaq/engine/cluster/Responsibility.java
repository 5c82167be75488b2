package kz.ortaq.engine.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import kz.ortaq.engine.values.PersonName;

/** The statement of responsibility that libraries write behind a title and a slash: «Алгебра / А. Е. Абылкасымова». */
final class Responsibility {

    private static final int MOST = 4;
    private static final Pattern STATEMENT = Pattern.compile(" /(?: |$).*", Pattern.DOTALL);
    // Behind a semicolon stand editors and translators.
    private static final Pattern OTHERS = Pattern.compile("[;\\[].*", Pattern.DOTALL);
    private static final Pattern ROLE = Pattern.compile(
            "(?iu)(?<!\\p{L})(?:ред|сост|пер|под|отв|ил|худож|құраст|ауд|жауапты|бас ред|edited|ed|translated|compiled|illustrated)(?!\\p{L})");
    private static final Pattern INITIALS = Pattern.compile("(?:\\p{Lu}\\p{Ll}?\\.[ -]?){1,3}");
    private static final Pattern BY = Pattern.compile("^(?:by|авт\\.?:?) ");

    private Responsibility() {}

    static String without(String title) {
        return !title.contains(" /") ? title : STATEMENT.matcher(title).replaceFirst("");
    }

    /** The persons that it names first, unless as editors and the like; none where there is no such statement. */
    static List<PersonName> authors(String title) {
        int slash = title.indexOf(" / ");
        if (slash < 0) {
            return List.of();
        }
        String statement = BY.matcher(OTHERS.matcher(title.substring(slash + 3))
                        .replaceFirst("")
                        .strip())
                .replaceFirst("");
        if (ROLE.matcher(statement).find()) {
            return List.of();
        }
        return names(statement).stream()
                .map(PersonName::parse)
                .filter(name ->
                        name.kind() == PersonName.Kind.PERSON && !name.given().isEmpty())
                .limit(MOST)
                .toList();
    }

    /** «Абылкасымова, А. Е., Кучер Т. П.» is two names: a surname takes what stands behind its comma. */
    private static List<String> names(String statement) {
        List<String> pieces = List.of(statement.split(", "));
        List<String> names = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            String piece = pieces.get(i).strip();
            boolean surname = !piece.contains(" ") && !piece.contains(".");
            if (i + 1 < pieces.size()
                    && (surname || INITIALS.matcher(pieces.get(i + 1).strip()).matches())) {
                names.add(piece + ", " + pieces.get(i + 1));
                i++;
            } else {
                names.add(piece);
            }
        }
        return names;
    }
}
