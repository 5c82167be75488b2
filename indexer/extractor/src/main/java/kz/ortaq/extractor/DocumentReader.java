package kz.ortaq.extractor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kz.ortaq.extractor.ocr.OcrBounds;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.EmptyParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** Reads the text of one file, whatever the file is; what the file is to blame for comes back in the answer. */
final class DocumentReader {

    private static final long LARGEST_IN_MEMORY = 64L << 20;

    private final TypeDetector types = new TypeDetector();
    private OcrBudget budget = new OcrBudget(OcrBounds.NONE);
    private boolean spent;

    DocumentReader() {
        FontMappers.set(new NoSystemFonts());
    }

    /** Loads what reading needs, so that it can be kept for other processes. */
    void prepare() {
        var nowhere = new PageCollector(Marks.NONE, 1);
        for (Format format : Format.values()) {
            format.parser(nowhere);
        }
        context();
    }

    Answer read(Request request) {
        return read(request, Progress.UNHEARD);
    }

    /** The answer, with pages that were read off their pictures; of those it tells as they come. */
    Answer read(Request request, Progress progress) {
        budget = new OcrBudget(request.ocr());
        return read(request, new ArchiveReader(this), 0, progress);
    }

    /** Whether a thread was lost that will never end, so that this process should. */
    boolean isSpent() {
        return spent;
    }

    /**
     * The same for a document within an archive.
     *
     * @param archives keeps count of what the outermost archive grows to
     * @param depth in how many archives it lies
     * @param progress hears of this document alone
     */
    Answer read(Request request, ArchiveReader archives, int depth, Progress progress) {
        String mediaType = "";
        Path file = Path.of(request.path());
        var metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, request.name());
        try {
            if (Files.size(file) == 0) {
                return Answer.without(mediaType, new Answer.Problem("document-empty", "0"));
            }
            try (TikaInputStream stream = TikaInputStream.get(file, metadata)) {
                MediaType type = types.typeOf(stream, metadata);
                mediaType = type.getBaseType().toString();
                if (mediaType.equals(ArchiveReader.TYPE)) {
                    return archives.read(file, request.characters(), depth + 1, progress);
                }
                Optional<Format> format = Format.of(type);
                if (format.isEmpty()) {
                    return Answer.without(mediaType, Failures.unsupported(mediaType));
                }
                metadata.set(Metadata.CONTENT_TYPE, mediaType);
                Answer answer = read(stream, metadata, mediaType, format.get(), request.characters());
                return withPicturesRead(answer, file, request.characters(), progress);
            }
        } catch (IOException | RuntimeException e) {
            return Answer.without(mediaType, Failures.of(e));
        }
    }

    private Answer withPicturesRead(Answer answer, Path file, int characters, Progress progress) {
        var recognition = new PageRecognition(answer, file, characters, budget, progress);
        try {
            return recognition.completed();
        } catch (IOException e) {
            // What the parser understood has no picture for us.
            return answer;
        } finally {
            spent |= recognition.isHanging();
        }
    }

    private static Answer read(
            TikaInputStream stream, Metadata metadata, String mediaType, Format format, int characters) {
        var collector = new PageCollector(format.marks(), characters);
        Answer.@Nullable Problem problem = null;
        try {
            format.parser(collector).parse(stream, collector, metadata, context());
        } catch (IOException | SAXException | TikaException | RuntimeException | StackOverflowError e) {
            problem = Failures.of(e);
        }
        List<Answer.Page> read = format.marks() == Marks.PAGE ? Hyphens.mend(collector.pages()) : collector.pages();
        MendedPages mended = MendedPages.of(read);
        List<Answer.Page> pages = mended.pages(read);
        boolean text = pages.stream().anyMatch(page -> !page.text().isEmpty());
        if (collector.cut()) {
            problem = new Answer.Problem("document-cut", Integer.toString(characters));
        } else if (problem != null && text && collector.ended() && Failures.isEncrypted(problem)) {
            // An EPUB whose fonts alone are scrambled: the complaint comes after the last chapter was read.
            problem = null;
        } else if (problem == null && !text) {
            problem = new Answer.Problem("document-without-text", mediaType);
        }
        return new Answer(
                mediaType, TextLanguage.of(pages), mended.metadata(DocumentMetadata.of(metadata)), pages, problem);
    }

    private static ParseContext context() {
        var pdf = new PDFParserConfig();
        pdf.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        pdf.setExtractInlineImages(false);
        // Bookmarks repeat the headings that the pages hold already.
        pdf.setExtractBookmarksText(false);
        // A large file's streams wait on disk; the heap is smaller than PDFBox would like.
        pdf.setMaxMainMemoryBytes(LARGEST_IN_MEMORY);
        // Lines set tight have blanks narrower than PDFBox expects (0.3), and lose them.
        pdf.setAverageCharTolerance(0.2f);

        var office = new OfficeParserConfig();
        // The streaming reader keeps neither the whole document in memory nor the schemas' thousands of classes.
        office.setUseSAXDocxExtractor(true);
        // That for slides gives them in the order of their relationships' names: rId10 before rId9.
        office.setUseSAXPptxExtractor(false);
        office.setIncludeDeletedContent(false);
        office.setIncludeSlideMasterContent(false);

        var context = new ParseContext();
        context.set(PDFParserConfig.class, pdf);
        context.set(OfficeParserConfig.class, office);
        context.set(Parser.class, EmptyParser.INSTANCE);
        context.set(EmbeddedDocumentExtractor.class, new Nothing());
        return context;
    }

    /** Leaves pictures and attachments alone. */
    private static final class Nothing implements EmbeddedDocumentExtractor {
        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            return false;
        }

        @Override
        public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean html) {}
    }
}
