package kz.ortaq.harvesters.link;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A repository's page about one item, and the document that it names. */
final class LandingPage {

    private static final int LARGEST = 4 << 20;
    private static final int LONGEST = 2_000;
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*+=\\s*+[\"']?([\\w.:-]{1,40})");

    /** DSpace 1 to 6: {@code /bitstream/handle/123/4/kitap.pdf}; DSpace 7: {@code /bitstreams/<uuid>/download}. */
    private static final Pattern DSPACE =
            Pattern.compile("(?i)https?://[^/]++/.*?(?:bitstream/.+|bitstreams/[0-9a-f-]{36}/(?:download|content).*)");

    /** EPrints: {@code /id/eprint/77/1/kitap.pdf}, or {@code /77/1/kitap.pdf}. */
    private static final Pattern EPRINTS =
            Pattern.compile("(?i)https?://[^/]++/(?:id/eprint/)?\\d{1,9}/\\d{1,3}/[^/]+");

    /** What repositories put beside a document: its text taken out, its picture, the terms of use. */
    private static final Pattern BESIDE =
            Pattern.compile("(?i).*(?:\\.(?:pdf|docx?|epub|djvu)\\.(?:txt|jpe?g|png)|/licen[sc]e\\.txt|isAllowed=n).*");

    private final Document page;
    private final LinkTable table;

    private LandingPage(Document page, LinkTable table) {
        this.page = page;
        this.table = table;
    }

    static LandingPage read(Path file, URI address, String contentType, LinkTable table) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            InputStream head = new ByteArrayInputStream(in.readNBytes(LARGEST));
            return new LandingPage(Jsoup.parse(head, charset(contentType), address.toString()), table);
        }
    }

    /** Whether it asks who is there. */
    boolean asksForLogin() {
        return page.selectFirst("input[type=password]") != null;
    }

    /** How many files it links to, for a person. */
    int files() {
        return anchors(this::file).size();
    }

    /** The address of the document, by the surest sign first. */
    Optional<String> document() {
        return Stream.<Supplier<Set<String>>>of(
                        this::named,
                        this::related,
                        () -> anchors(address -> DSPACE.matcher(address).matches()),
                        this::eprints)
                .map(Supplier::get)
                .flatMap(found -> best(found).stream())
                .findFirst()
                .or(this::only);
    }

    /** Meta tags for Google Scholar, and those of EPrints. */
    private Set<String> named() {
        Set<String> found = new LinkedHashSet<>();
        for (String name : List.of("citation_pdf_url", "bepress_citation_pdf_url", "eprints.document_url")) {
            for (Element meta : page.select("meta[name=" + name + "], meta[property=" + name + "]")) {
                add(found, meta.absUrl("content"));
            }
        }
        return found;
    }

    /** Links of the page itself to files (signposting.org: rel=item; also alternate and enclosure). */
    private Set<String> related() {
        Set<String> found = new LinkedHashSet<>();
        for (Element link : page.select("link[href][rel]")) {
            List<String> rel = List.of(link.attr("rel").toLowerCase(Locale.ROOT).split("\\s+"));
            String type = link.attr("type")
                    .toLowerCase(Locale.ROOT)
                    .replaceFirst(";.*", "")
                    .strip();
            boolean file = table.takes(type) && !type.equals(FileType.TEXT.type());
            if (file && rel.stream().anyMatch(List.of("item", "alternate", "enclosure")::contains)) {
                add(found, link.absUrl("href"));
            }
        }
        return found;
    }

    private Set<String> eprints() {
        Set<String> found = new LinkedHashSet<>();
        for (Element anchor : page.select("a.document_link[href], a.ep_document_link[href]")) {
            add(found, anchor.absUrl("href"));
        }
        found.addAll(anchors(address -> EPRINTS.matcher(address).matches() && table.promises(address)));
        return found;
    }

    /** The one file that the page links to on its own host, or the one that lies below the page itself. */
    private Optional<String> only() {
        Set<String> files = anchors(this::file);
        if (files.size() == 1) {
            return files.stream().findFirst();
        }
        String folder = page.location().replaceFirst("[?#].*", "").replaceFirst("\\.html?$|\\.php$|/$", "") + "/";
        List<String> below =
                files.stream().filter(file -> file.startsWith(folder)).toList();
        return below.size() == 1 ? Optional.of(below.getFirst()) : Optional.empty();
    }

    private boolean file(String address) {
        return table.promises(address) && Addresses.host(address).equals(Addresses.host(page.location()));
    }

    private Set<String> anchors(Predicate<String> wanted) {
        Set<String> found = new LinkedHashSet<>();
        page.select("a[href]").stream()
                .map(anchor -> anchor.absUrl("href"))
                .filter(address -> address.length() <= LONGEST)
                .filter(address ->
                        wanted.test(address) && !BESIDE.matcher(address).matches())
                .forEach(address -> add(found, address));
        return found;
    }

    /** The first that ends as a document does, else the first. */
    private Optional<String> best(Set<String> found) {
        return found.stream()
                .filter(table::promises)
                .findFirst()
                .or(() -> found.stream().findFirst());
    }

    private static void add(Set<String> found, String address) {
        String plain = address.replaceFirst("#.*", "");
        if (plain.regionMatches(true, 0, "http", 0, 4) && plain.length() <= LONGEST) {
            found.add(plain);
        }
    }

    /** The charset that the server names, if Java knows it; else jsoup finds it in the page. */
    private static @Nullable String charset(String contentType) {
        Matcher matcher = CHARSET.matcher(contentType);
        try {
            return matcher.find() && Charset.isSupported(matcher.group(1)) ? matcher.group(1) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
