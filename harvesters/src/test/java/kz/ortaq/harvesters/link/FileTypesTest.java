package kz.ortaq.harvesters.link;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file is, by its bytes alone. */
final class FileTypesTest {

    @TempDir
    private Path folder;

    @Test
    void knowsDocumentsByTheirFirstBytes() throws Exception {
        assertEquals(FileType.PDF, type("%PDF-1.7\n"));
        assertEquals(FileType.PDF, type("\r\nHTTP/1.1 leftovers\r\n%PDF-1.4"));
        assertEquals(FileType.DJVU, type("AT&TFORM\0\0\1\2DJVM"));
        assertEquals(FileType.RTF, type("{\\rtf1\\ansi"));
        assertEquals(FileType.OLE, type("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1"));
        assertEquals(FileType.FB2, type("<?xml version='1.0'?>\n<FictionBook xmlns='x'>"));
        assertEquals(FileType.TEXT, type("Абай жолы\r\n".getBytes(UTF_8)));
        assertEquals(FileType.TEXT, type("Абай жолы".getBytes(UTF_16)));
    }

    @Test
    void knowsWhatIsNoDocument() throws Exception {
        assertEquals(FileType.NOTHING, type(""));
        assertEquals(FileType.HTML, type("\u00EF\u00BB\u00BF \n<!DOCTYPE HTML><title>Login"));
        assertEquals(FileType.HTML, type("<?xml version='1.0'?><!-- x --><html xmlns='http://www.w3.org/1999/xhtml'>"));
        assertEquals(FileType.HTML, type("Warning: mysql_connect() failed<html><body>"));
        assertEquals(FileType.XML, type("<error code='403'/>"));
        assertEquals(FileType.JSON, type("{\"error\": \"forbidden\"}"));
        assertEquals(FileType.JPEG, type("\u00FF\u00D8\u00FF\u00E0"));
        assertEquals(FileType.OTHER, type("MZ\0\1\2"));
    }

    @Test
    void looksIntoArchives() throws Exception {
        assertEquals(FileType.EPUB, type(zip(true, "application/epub+zip", "OEBPS/1.xhtml")));
        assertEquals(FileType.ODT, type(zip(true, "application/vnd.oasis.opendocument.text", "content.xml")));
        assertEquals(FileType.DOCX, type(zip(false, "", "[Content_Types].xml", "word/document.xml")));
        assertEquals(FileType.PPTX, type(zip(false, "", "[Content_Types].xml", "ppt/slides/1.xml")));
        assertEquals(FileType.XLSX, type(zip(false, "", "[Content_Types].xml", "xl/workbook.xml")));
        assertEquals(FileType.FB2_ZIP, type(zip(false, "", "abai.fb2")));
        assertEquals(FileType.ZIP, type(zip(false, "", "фото.jpg")));
    }

    @Test
    void findsTheNamesBehindALargeFirstFile() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(0);
            zip.putNextEntry(new ZipEntry("docProps/thumbnail.jpeg"));
            zip.write(new byte[300_000]);
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(new byte[300_000]);
        }

        assertEquals(FileType.DOCX, type(bytes.toByteArray()));
    }

    @Test
    void survivesAnArchiveThatIsCut() throws Exception {
        byte[] whole = zip(false, "", "word/document.xml");

        for (int length = 4; length < whole.length; length++) {
            FileType type = type(Arrays.copyOf(whole, length));

            assertEquals(length < 30 + "word/".length() ? FileType.ZIP : FileType.DOCX, type, "of " + length);
        }
    }

    @Test
    void givesANameThatHasNoEndingTheOneOfItsType() {
        assertEquals("download.pdf", FileType.PDF.named("download"));
        assertEquals("document.epub", FileType.EPUB.named(""));
        assertEquals("Абай.PDF", FileType.PDF.named("Абай.PDF"));
    }

    private FileType type(String bytes) throws IOException {
        return type(bytes.chars().allMatch(c -> c < 256) ? bytes.getBytes(ISO_8859_1) : bytes.getBytes(UTF_8));
    }

    private FileType type(byte[] bytes) throws IOException {
        Path file = folder.resolve("file");
        Files.write(file, bytes);
        return FileTypes.of(file);
    }

    private static byte[] zip(boolean mimetype, String type, String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            if (mimetype) {
                ZipEntry entry = new ZipEntry("mimetype");
                CRC32 sum = new CRC32();
                sum.update(type.getBytes(UTF_8));
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(type.length());
                entry.setCrc(sum.getValue());
                zip.putNextEntry(entry);
                zip.write(type.getBytes(UTF_8));
            }
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(1);
            }
        }
        return bytes.toByteArray();
    }
}
