package kz.ortaq.extractor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OldEncodingsTest {

    private static final String KAZAKH = "Мектеп кітапханасында оқулықтар мен сирек кездесетін кітаптар сақталған. "
            + "Өнер, ғылым, әдебиет — Ұлттық қордың үш тірегі, һәм жаңа кітап.";
    private static final String RUSSIAN = "В школьной библиотеке хранятся учебники, редкие книги и журналы. "
            + "Читальный зал открыт с девяти до шести, кроме воскресенья.";
    private static final String MISREAD =
            new String(KAZAKH.getBytes(Charset.forName("KZ-1048")), Charset.forName("windows-1251"));

    private final DocumentReader reader = new DocumentReader();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1251", "KZ-1048", "KOI8-R", "IBM866", "UTF-16LE", "UTF-16BE", "UTF-16"})
    void readsATextInEachOldEncodingWithoutALetterWrong(String name) throws Exception {
        Charset charset = Charset.forName(name);
        for (String text : List.of(KAZAKH, RUSSIAN)) {
            if (charset.newEncoder().canEncode(text)) {
                Answer answer = read("text.txt", text.getBytes(charset));

                assertEquals(text, answer.pages().getFirst().text(), name);
                assertEquals(text.equals(KAZAKH) ? "kk" : "ru", answer.language());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "KZ-1048, windows-1251",
        "KZ-1048, KZ-1048",
        "KZ-1048, UTF-8",
        "UTF-8, windows-1251",
        "UTF-8, ISO-8859-1",
        "UTF-8, nonsense"
    })
    void believesAPageOnlyWhereItsTextBearsItOut(String real, String declared) throws Exception {
        String page = "<html><head><meta charset='" + declared + "'><title>т</title></head><body><p>" + KAZAKH
                + "</p></body></html>";

        Answer answer = read("page.html", page.getBytes(Charset.forName(real)));

        assertEquals(KAZAKH, answer.pages().getFirst().text());
    }

    @ParameterizedTest
    @CsvSource({"KZ-1048, windows-1251", "KZ-1048, UTF-8", "windows-1251, UTF-8", "UTF-8, windows-1251"})
    void believesABookOnlyWhereItsTextBearsItOut(String real, String declared) throws Exception {
        String text = real.equals("windows-1251") ? RUSSIAN : KAZAKH;
        String book = "<?xml version=\"1.0\" encoding=\"" + declared + "\"?>\n"
                + "<FictionBook xmlns=\"http://www.gribuser.ru/xml/fictionbook/2.0\"><description><title-info>"
                + "<book-title>" + text + "</book-title></title-info></description>"
                + "<body><section><p>" + text + "</p></section></body></FictionBook>";

        Answer answer = read("book.fb2", book.getBytes(Charset.forName(real)));

        assertEquals(text, answer.pages().getFirst().text());
        assertEquals(List.of(text), answer.metadata().get("title"));
    }

    @Test
    void findsTheCharsetBehindAThousandLinesOfScript() throws Exception {
        String page = "<html><head><script>" + "var a = 1;\n".repeat(20_000) + "</script></head><body><p>" + RUSSIAN
                + "</p></body></html>";

        Answer answer = read("page.html", page.getBytes(Charset.forName("IBM866")));

        assertEquals(RUSSIAN, answer.pages().getFirst().text().strip());
    }

    @Test
    void mendsTheLettersOfOldFontsInAPdfAndItsTitle() throws Exception {
        var document = new PDDocument();
        document.getDocumentInformation().setTitle("Ќазаќ тілі");
        Path file = SampleFiles.pdf(
                folder.resolve("old.pdf"), document, SampleFiles.font(document), "Ќазаќ тілініѕ оќулыєы");

        Answer answer = reader.read(new Request(file.toString(), "old.pdf", 100_000));

        assertEquals("Қазақ тілінің оқулығы", answer.pages().getFirst().text());
        assertEquals(List.of("Қазақ тілі"), answer.metadata().get("title"));
    }

    @Test
    void mendsTheLettersOfOldFontsInAWordDocument() throws Exception {
        Path file = folder.resolve("old.docx");
        try (var document = new XWPFDocument();
                var out = Files.newOutputStream(file)) {
            document.createParagraph().createRun().setText(MISREAD);
            document.createParagraph().createRun().setText("Қaзaқстaн FACЫPЛАР тоғысында");
            document.write(out);
        }

        Answer answer = reader.read(new Request(file.toString(), "old.docx", 100_000));

        assertEquals(
                KAZAKH + "\nҚазақстан ҒАСЫРЛАР тоғысында",
                answer.pages().getFirst().text());
        assertTrue(answer.pages().getFirst().quality() > 0.9);
    }

    @Test
    void leavesUkrainianAsItIs() throws Exception {
        String text = "У шкільній бібліотеці зберігаються підручники та рідкісні книги її засновників.";

        assertEquals(
                text,
                read("text.txt", text.getBytes(StandardCharsets.UTF_8))
                        .pages()
                        .getFirst()
                        .text());
        assertEquals(
                text,
                read("text.txt", text.getBytes(Charset.forName("windows-1251")))
                        .pages()
                        .getFirst()
                        .text());
    }

    private Answer read(String name, byte[] bytes) throws Exception {
        Path file = Files.write(folder.resolve(name), bytes);
        return reader.read(new Request(file.toString(), name, 1_000_000));
    }
}
