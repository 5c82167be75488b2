package kz.ortaq.server.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import kz.ortaq.records.Library;
import kz.ortaq.server.catalogue.Reader;
import kz.ortaq.server.catalogue.Readers;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.server.FormFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Fields;

/** Remembers where a reader is, in a cookie that says nothing else and of which the server keeps no copy. */
final class NearMemory {

    /** The last part of the address that the form is sent to. */
    static final String PATH = "/near";

    /** What stands before the id of a library among the places that can be chosen. */
    static final String OWN = Readers.LIBRARY + ":";

    /** The button that says nothing but that all is to be forgotten. */
    static final String FORGET = "forget";

    private static final String COOKIE = "ortaq-near";
    private static final int YEAR = 365 * 24 * 60 * 60;
    private static final int MOST_FIELDS = 10;
    private static final int LONGEST_FORM = 4_096;
    // Back to a page of ours and nowhere else, whatever the form says.
    private static final Pattern OURS = Pattern.compile("/(?:kk|ru|en)/(?:works|libraries)/[A-Za-z0-9%._~-]{1,300}");

    private final Readers readers;

    NearMemory(Readers readers) {
        this.readers = readers;
    }

    /** The reader that was remembered; {@link Reader#ANYWHERE} where none was. */
    Reader recall(Request request, Map<String, Library> libraries) {
        return Request.getCookies(request).stream()
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(cookie -> readers.remembered(cookie.getValue(), libraries))
                .findFirst()
                .orElse(Reader.ANYWHERE);
    }

    /**
     * Remembers what the form says, or forgets what was remembered where it says so, or says nothing; and tells where to
     * go on.
     *
     * @param otherwise where to go on when the form does not say
     */
    String remember(Request request, Response response, Map<String, Library> libraries, String otherwise)
            throws Readers.Unknown {
        Map<String, List<String>> given = new LinkedHashMap<>();
        String back = otherwise;
        try {
            for (Fields.Field field : FormFields.getFields(request, MOST_FIELDS, LONGEST_FORM)) {
                given.put(field.getName(), field.getValues());
            }
        } catch (RuntimeException e) {
            throw new Readers.Unknown(
                    Readers.Unknown.What.FORM, "", "the form is larger than " + LONGEST_FORM + " bytes, or no form");
        }
        for (String page : given.getOrDefault("back", List.of())) {
            back = OURS.matcher(page).matches() ? page : back;
        }
        for (String chosen : given.getOrDefault(Readers.REGION, List.of())) {
            if (chosen.startsWith(OWN)) {
                given.putIfAbsent(Readers.LIBRARY, List.of(chosen.substring(OWN.length())));
            }
        }
        String memory = given.containsKey(FORGET) ? "" : Readers.memory(readers.read(given, libraries));
        Response.addCookie(
                response,
                HttpCookie.build(COOKIE, memory)
                        .path("/")
                        .maxAge(memory.isEmpty() ? 0 : YEAR)
                        .httpOnly(true)
                        .sameSite(HttpCookie.SameSite.LAX)
                        .build());
        return back;
    }
}
