package kz.ortaq.harvesters.oai;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Makes one record's text stand alone: character for character as sent, but for the namespaces around it. */
final class Payload {

    /** So many prefixes are looked for one by one. */
    private static final int FEW = 8;

    /** Each prefix that is declared around the records, with its declaration as it is written into one. */
    private final Map<String, String> declarations = new LinkedHashMap<>();

    /** {@code namespaces} are those that the root declares, by prefix; the default one stands under the empty prefix. */
    Payload(Map<String, String> namespaces) {
        add(namespaces);
    }

    /** The payloads of records within an element that declares {@code namespaces} in turn. */
    Payload within(Map<String, String> namespaces) {
        Payload inner = new Payload(Map.of());
        inner.declarations.putAll(declarations);
        inner.add(namespaces);
        return inner;
    }

    private void add(Map<String, String> namespaces) {
        namespaces.forEach((prefix, namespace) -> {
            if (namespace.isEmpty()) {
                declarations.remove(prefix);
            } else {
                declarations.put(prefix, declaration(prefix, namespace));
            }
        });
    }

    private static String declaration(String prefix, String namespace) {
        StringBuilder sound = new StringBuilder();
        CharacterMending.literal(namespace, 0, namespace.length(), sound, new Mended());
        String escaped =
                sound.toString().replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
        return (prefix.isEmpty() ? " xmlns=\"" : " xmlns:" + prefix + "=\"") + escaped + '"';
    }

    /** The prefixes that are declared around the records. */
    Set<String> prefixes() {
        return declarations.keySet();
    }

    /**
     * The element {@code record}, with the namespaces written into its start tag that it uses and its ancestors declare.
     *
     * @param own the prefixes that its start tag declares itself
     */
    String alone(String record, Set<String> own) {
        int name = 1;
        while (!Character.isWhitespace(record.charAt(name)) && "/>".indexOf(record.charAt(name)) < 0) {
            name++;
        }
        StringBuilder added = new StringBuilder();
        Set<String> used = declarations.size() > FEW ? used(record) : Set.of();
        declarations.forEach((prefix, declaration) -> {
            boolean uses = prefix.isEmpty()
                    || (declarations.size() > FEW ? used.contains(prefix) : record.contains(prefix + ':'));
            if (uses && !own.contains(prefix)) {
                added.append(declaration);
            }
        });
        return record.substring(0, name) + added + record.substring(name);
    }

    /** What stands before the colons of a record: all prefixes that it uses, and words of its text. */
    private static Set<String> used(String record) {
        Set<String> used = new HashSet<>();
        int last = 0;
        for (int colon = record.indexOf(':'); colon >= 0; colon = record.indexOf(':', colon + 1)) {
            int start = colon;
            while (start > last && isNamed(record.charAt(start - 1))) {
                start--;
            }
            used.add(record.substring(start, colon));
            last = colon + 1;
        }
        return used;
    }

    private static boolean isNamed(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c > 0x7F;
    }
}
