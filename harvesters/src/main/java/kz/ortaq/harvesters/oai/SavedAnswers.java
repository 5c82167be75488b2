package kz.ortaq.harvesters.oai;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import kz.ortaq.config.Settings;
import kz.ortaq.harvesters.net.Answer;
import kz.ortaq.harvesters.probe.FileProbe;
import kz.ortaq.harvesters.probe.Finding;
import kz.ortaq.records.HarvestPage;
import kz.ortaq.records.Problem;
import kz.ortaq.records.SourceKind;

/**
 * Reads answers of OAI-PMH endpoints that somebody saved, as a harvest would: lists, single records, and metadata
 * without anything around it.
 */
public final class SavedAnswers implements FileProbe {

    private static final String SOURCE = "saved";
    private static final String PAGE = "page 1";
    private static final Pattern GET_RECORD = Pattern.compile("(</?(?:[\\w.-]+:)?)GetRecord\\b");
    private static final Pattern PROLOG =
            Pattern.compile("^\\s*+(?:<\\?[^>]*+>\\s*+|<!--.*?-->\\s*+)*+", Pattern.DOTALL);
    private static final Pattern RECORD =
            Pattern.compile("<(?:[\\w.-]+:)?record\\b(?=[^<]*<(?:[\\w.-]+:)?header\\b).*", Pattern.DOTALL);
    private static final Pattern ELEMENT = Pattern.compile("<[\\p{L}_].*", Pattern.DOTALL);
    private static final String BEFORE =
            "<OAI-PMH xmlns=\"" + KnownNamespaces.OAI + "\"><responseDate/><request/><ListRecords>";
    private static final String AFTER = "</ListRecords></OAI-PMH>";

    private final Settings.Harvest limits;

    public SavedAnswers(Settings.Harvest limits) {
        this.limits = limits;
    }

    @Override
    public Optional<Finding> look(Path file, String name, int records) throws IOException {
        byte[] sent = unpacked(file);
        PageReader reader = new PageReader(SOURCE, limits.recordCharacters());
        Page page = reader.read(PAGE, answer(sent));
        if (page.size() == 0 || page.shape() == Page.Shape.OTHER) {
            String text = new String(sent, StandardCharsets.UTF_8);
            Optional<String> list = asList(text, name);
            if (list.isPresent()) {
                page = reader.read(PAGE, answer(list.get().getBytes(StandardCharsets.UTF_8)));
            }
        }
        if (page.size() == 0 || page.shape() == Page.Shape.OTHER) {
            return Optional.empty();
        }
        List<Problem> problems = new ArrayList<>(page.problems());
        page.rejected().stream().map(HarvestPage.Rejected::problem).forEach(problems::add);
        return Optional.of(new Finding(
                SourceKind.OAI,
                "OAI-PMH",
                "",
                page.size(),
                0,
                page.rejected().size(),
                page.records().stream().limit(records).toList(),
                problems));
    }

    /** The text as a list of records: an answer with one record, a record, or metadata alone. */
    private static Optional<String> asList(String text, String name) {
        if (GET_RECORD.matcher(text).find()) {
            return Optional.of(GET_RECORD.matcher(text).replaceAll("$1ListRecords"));
        }
        String body = PROLOG.matcher(text).replaceFirst("");
        if (RECORD.matcher(body).matches()) {
            return Optional.of(BEFORE + body + AFTER);
        }
        if (ELEMENT.matcher(body).matches() && !body.contains("<OAI-PMH")) {
            return Optional.of(BEFORE + "<record><header><identifier>" + name.replaceAll("[<&>]", "_")
                    + "</identifier><datestamp/></header><metadata>" + body + "</metadata></record>" + AFTER);
        }
        return Optional.empty();
    }

    private static Answer answer(byte[] body) {
        return new Answer(URI.create("file:///saved"), 200, "text/xml", body, false);
    }

    private byte[] unpacked(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(limits.pageBytes());
        }
        if (bytes.length < 2 || (bytes[0] & 0xFF) != 0x1F || (bytes[1] & 0xFF) != 0x8B) {
            return bytes;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readNBytes(limits.pageBytes());
        } catch (ZipException e) {
            return bytes;
        }
    }
}
