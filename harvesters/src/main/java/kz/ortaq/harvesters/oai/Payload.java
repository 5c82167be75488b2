package kz.ortaq.harvesters.oai;

import java.util.Map;
import java.util.Set;

/** Makes one record's text stand alone: character for character as sent, but for the namespaces around it. */
final class Payload {

    private Payload() {}

    /**
     * The element {@code record}, with the namespaces that its ancestors declared written into its start tag.
     *
     * @param inherited namespaces by prefix, as its ancestors declare them
     * @param own the prefixes that its start tag declares itself
     */
    static String alone(String record, Map<String, String> inherited, Set<String> own) {
        int name = 1;
        while (!Character.isWhitespace(record.charAt(name)) && "/>".indexOf(record.charAt(name)) < 0) {
            name++;
        }
        StringBuilder alone = new StringBuilder(record.length() + 256).append(record, 0, name);
        inherited.forEach((prefix, namespace) -> {
            if (!own.contains(prefix) && !namespace.isEmpty()) {
                alone.append(prefix.isEmpty() ? " xmlns=\"" : " xmlns:" + prefix + "=\"")
                        .append(namespace
                                .replace("&", "&amp;")
                                .replace("<", "&lt;")
                                .replace("\"", "&quot;"))
                        .append('"');
            }
        });
        return alone.append(record, name, record.length()).toString();
    }
}
