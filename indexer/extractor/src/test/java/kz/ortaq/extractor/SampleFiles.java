package kz.ortaq.extractor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Writes small documents of the formats that tests look at closely. */
final class SampleFiles {

    private static final String CONTAINER = """
            <container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
            <rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>""";
    private static final String BOOK = """
            <package xmlns="http://www.idpf.org/2007/opf"><metadata/><manifest>
            <item id="b" href="b.xhtml" media-type="application/xhtml+xml"/>
            <item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>
            <item id="f" href="font.otf" media-type="font/otf"/>
            </manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>""";

    private SampleFiles() {}

    /** A book of two chapters whose files lie in another order than they are read in, and more files. */
    static Path epub(Path file, Map<String, String> more) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            entry(zip, "mimetype", "application/epub+zip");
            entry(zip, "META-INF/container.xml", CONTAINER);
            entry(zip, "book.opf", BOOK);
            entry(zip, "b.xhtml", chapter("Вторая глава"));
            entry(zip, "a.xhtml", chapter("Бірінші тарау&amp;"));
            entry(zip, "font.otf", "font");
            for (Map.Entry<String, String> entry : more.entrySet()) {
                entry(zip, entry.getKey(), entry.getValue());
            }
        }
        return file;
    }

    private static String chapter(String text) {
        return "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>t</title></head><body><p>" + text
                + "</p></body></html>";
    }

    /** What a book says when that file of it is scrambled. */
    static String encryption(String name) {
        return """
                <encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
                <EncryptedData xmlns="http://www.w3.org/2001/04/xmlenc#"><CipherData><CipherReference URI="%s"/>
                </CipherData></EncryptedData></encryption>""".formatted(name);
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** One page with that text, in a document that is closed then. */
    static Path pdf(Path file, PDDocument document, PDFont font, String text) throws IOException {
        try (document) {
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(font, 12);
                content.newLineAtOffset(50, 700);
                content.showText(text);
                content.endText();
            }
            document.save(file.toFile());
        }
        return file;
    }

    /** A font with Kazakh letters, which the document then holds. */
    static PDFont font(PDDocument document) throws IOException {
        String name = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
        try (InputStream font = PDDocument.class.getResourceAsStream(name)) {
            return PDType0Font.load(document, font, true);
        }
    }
}
