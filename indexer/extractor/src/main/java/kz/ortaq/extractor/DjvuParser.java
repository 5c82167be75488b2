package kz.ortaq.extractor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.ortaq.extractor.program.OutsideProgram;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Reads the text layer of DjVu books, page by page, by DjVuLibre's {@code djvused}: {@code djvutxt} of the same package
 * is silent about pages without text, so that all pages after them would have wrong numbers.
 */
final class DjvuParser implements Parser {

    private static final long serialVersionUID = 1L;
    private static final String PROGRAM = "djvused";
    private static final int MOST_PAGES = 20_000;
    private static final OutsideProgram.Bounds BOUNDS = new OutsideProgram.Bounds(120, 1_024);
    private static final int LONGEST_ANSWER = 1 << 20;
    private static final char PAGE_END = '\f';
    private static final Pattern DATUM = Pattern.compile("(\\w+)\\t\"(.*)\"");
    private static final Map<String, String> NAMES = Map.of(
            "title", "dc:title",
            "author", "dc:creator",
            "year", "dc:date",
            "date", "dc:date",
            "isbn", "dc:identifier",
            "publisher", "dc:publisher",
            "subject", "dc:subject",
            "keywords", "dc:subject");

    private final transient PageCollector pages;

    DjvuParser(PageCollector pages) {
        this.pages = pages;
    }

    @Override
    public Set<MediaType> getSupportedTypes(ParseContext context) {
        return Set.of(MediaType.image("vnd.djvu"));
    }

    @Override
    public void parse(InputStream stream, ContentHandler handler, Metadata metadata, ParseContext context)
            throws IOException, SAXException, TikaException {
        if (!OutsideProgram.isInstalled(PROGRAM)) {
            throw new HelperMissing("djvulibre");
        }
        Path file = TikaInputStream.get(stream).getPath();
        int count = describe(file, metadata);
        Path script = Files.createTempFile("pages", ".dsed");
        try {
            var commands = new StringBuilder();
            for (int page = 1; page <= count; page++) {
                commands.append("select ").append(page).append("; print-pure-txt\n");
            }
            Files.writeString(script, commands);
            try (var program =
                    OutsideProgram.start(List.of(PROGRAM, "-u", file.toString(), "-f", script.toString()), BOUNDS)) {
                PageText.begin(pages);
                read(program, count);
                PageText.end(pages);
                program.end();
            }
        } finally {
            Files.deleteIfExists(script);
        }
    }

    /** How many pages it has; what it says of itself goes into the metadata. */
    private static int describe(Path file, Metadata metadata) throws IOException, TikaException {
        int count = 0;
        try (var program =
                OutsideProgram.start(List.of(PROGRAM, "-u", file.toString(), "-e", "n; print-meta"), BOUNDS)) {
            byte[] answer = program.output().readNBytes(LONGEST_ANSWER);
            for (String line : new String(answer, StandardCharsets.UTF_8).split("\n")) {
                Matcher datum = DATUM.matcher(line.strip());
                if (line.matches("\\d{1,6}")) {
                    count = Math.max(count, Integer.parseInt(line));
                } else if (datum.matches()) {
                    String name = NAMES.get(datum.group(1).toLowerCase(java.util.Locale.ROOT));
                    if (name != null) {
                        metadata.add(name, datum.group(2).replaceAll("\\\\([\"\\\\])", "$1"));
                    }
                }
            }
            program.end();
        }
        if (count == 0) {
            throw new TikaException("DjVuLibre finds no pages in it");
        }
        return Math.min(count, MOST_PAGES);
    }

    private void read(OutsideProgram program, int count) throws IOException, SAXException {
        var reader = program.reader();
        char[] some = new char[1 << 13];
        pages.beginPage();
        int begun = 1;
        for (int read = reader.read(some); read >= 0; read = reader.read(some)) {
            int from = 0;
            for (int at = 0; at < read; at++) {
                if (some[at] == PAGE_END) {
                    pages.characters(some, from, at - from);
                    from = at + 1;
                    if (begun++ < count) {
                        pages.beginPage();
                    }
                }
            }
            pages.characters(some, from, read - from);
        }
    }
}
