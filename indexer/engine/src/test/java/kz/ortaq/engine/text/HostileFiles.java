package kz.ortaq.engine.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes small files that cost a parser very much. */
final class HostileFiles {

    private static final int MEGABYTE = 1 << 20;

    private HostileFiles() {}

    /** Forms that draw forms that draw forms: a few kilobytes that would take years to walk through. */
    static Path endlessPdf(Path file) throws IOException {
        int levels = 12;
        List<byte[]> objects = new ArrayList<>();
        objects.add(ascii("<< /Type /Catalog /Pages 2 0 R >>"));
        objects.add(ascii("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"));
        objects.add(ascii("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R"
                + " /Resources << /XObject << /F 5 0 R >> >> >>"));
        objects.add(stream("", ascii("/F Do")));
        for (int level = 1; level <= levels; level++) {
            String next = level == levels ? "" : "/Resources << /XObject << /F " + (5 + level) + " 0 R >> >>";
            byte[] content = ascii(level == levels ? "q Q" : "/F Do ".repeat(20));
            objects.add(stream("/Type /XObject /Subtype /Form /BBox [0 0 600 800] " + next, content));
        }
        return writePdf(file, objects);
    }

    /** A Word document of one word, a thousand times as long as what it is packed into. */
    static Path bombDocx(Path file, int megabytes) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            entry(zip, "[Content_Types].xml", """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                    <Override PartName="/word/document.xml"
                     ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
                    </Types>""");
            entry(zip, "_rels/.rels", """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                    <Relationship Id="r" Target="word/document.xml"
                     Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>
                    </Relationships>""");
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(ascii("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
                    + "<w:body><w:p><w:r><w:t>"));
            writeMany(zip, 'a', megabytes);
            zip.write(ascii("</w:t></w:r></w:p></w:body></w:document>"));
        }
        return file;
    }

    /** An OpenDocument text whose content starts with that document type and has that body. */
    static Path odt(Path file, String documentType, String body) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            entry(zip, "mimetype", "application/vnd.oasis.opendocument.text");
            entry(zip, "content.xml", documentType + """
                    <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                     xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
                    <office:body><office:text>%s</office:text></office:body></office:document-content>""".formatted(body));
        }
        return file;
    }

    /** The first bytes of a file. */
    static Path cut(Path whole, Path file, long bytes) throws IOException {
        return Files.write(file, Arrays.copyOf(Files.readAllBytes(whole), (int) bytes));
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void writeMany(OutputStream stream, char letter, int megabytes) throws IOException {
        byte[] megabyte = new byte[MEGABYTE];
        Arrays.fill(megabyte, (byte) letter);
        for (int written = 0; written < megabytes; written++) {
            stream.write(megabyte);
        }
    }

    private static byte[] stream(String dictionary, byte[] content) throws IOException {
        var object = new ByteArrayOutputStream();
        object.write(ascii("<< " + dictionary + "/Length " + content.length + " >>\nstream\n"));
        object.write(content);
        object.write(ascii("\nendstream"));
        return object.toByteArray();
    }

    private static Path writePdf(Path file, List<byte[]> objects) throws IOException {
        var pdf = new ByteArrayOutputStream();
        var table = new StringBuilder("xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n");
        pdf.write(ascii("%PDF-1.4\n"));
        for (int number = 1; number <= objects.size(); number++) {
            table.append("%010d 00000 n %n".formatted(pdf.size()));
            pdf.write(ascii(number + " 0 obj\n"));
            pdf.write(objects.get(number - 1));
            pdf.write(ascii("\nendobj\n"));
        }
        int start = pdf.size();
        pdf.write(ascii(table + "trailer\n<< /Root 1 0 R /Size " + (objects.size() + 1) + " >>\nstartxref\n" + start
                + "\n%%EOF\n"));
        return Files.write(file, pdf.toByteArray());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
