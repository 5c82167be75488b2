package kz.ortaq.engine.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes documents that ask whoever reads them to fetch an address: in every way that their formats know. */
final class TemptingFiles {

    private static final String ENTITIES = """
            <!DOCTYPE %2$s SYSTEM "%1$s/dtd" [<!ENTITY outside SYSTEM "%1$s/entity">
            <!ENTITY %% parameter SYSTEM "%1$s/parameter"> %%parameter;]>""";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Path folder;
    private final String server;
    private final List<Path> files = new ArrayList<>();

    private TemptingFiles(Path folder, String server) {
        this.folder = folder;
        this.server = server;
    }

    /** One file for each format; {@code server} is an address that should never be asked. */
    static List<Path> all(Path folder, String server) throws IOException {
        var tempting = new TemptingFiles(folder, server);
        tempting.html();
        tempting.fictionBook();
        tempting.epub();
        tempting.word();
        tempting.openDocument();
        tempting.rtf();
        tempting.pdf();
        tempting.archive();
        return tempting.files;
    }

    private void html() throws IOException {
        write("page.html", """
                <html><head><base href="%1$s/"><link rel="stylesheet" href="%1$s/style.css"><title>бет</title>
                <meta http-equiv="refresh" content="0;url=%1$s/refresh"><style>@import url(%1$s/import.css);</style>
                <script src="%1$s/script.js"></script></head><body><p>Бірінші бет</p><img src="%1$s/image.png">
                <iframe src="%1$s/frame"></iframe><object data="%1$s/object"></object></body></html>""".formatted(server));
        write(
                "page.xhtml",
                "<?xml version='1.0'?><?xml-stylesheet href='%1$s/s.xsl' type='text/xsl'?>".formatted(server)
                        + entities("html")
                        + "<html xmlns='http://www.w3.org/1999/xhtml'><body>&outside; бет</body></html>");
    }

    private void fictionBook() throws IOException {
        write(
                "book.fb2",
                "<?xml version='1.0' encoding='utf-8'?><?xml-stylesheet href='%s/s.css'?>".formatted(server)
                        + entities("FictionBook")
                        + """
                <FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0" xmlns:l="http://www.w3.org/1999/xlink"
                 xmlns:x="http://www.w3.org/2001/XInclude"><body><section><p>Мәтін &outside;</p><image l:href="%1$s/i.png"/>
                <x:include href="%1$s/include"/></section></body></FictionBook>""".formatted(server));
    }

    private void epub() throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("mimetype", "application/epub+zip");
        parts.put(
                "META-INF/container.xml",
                entities("container")
                        + "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles><rootfile full-path='b.opf'"
                        + " media-type='application/oebps-package+xml'/></rootfiles></container>");
        parts.put("b.opf", entities("package") + """
                <package xmlns="http://www.idpf.org/2007/opf"><metadata/><manifest>
                <item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>
                <item id="r" href="%1$s/remote.xhtml" media-type="application/xhtml+xml"/></manifest>
                <spine><itemref idref="a"/><itemref idref="r"/></spine></package>""".formatted(server));
        parts.put("a.xhtml", entities("html") + """
                <html xmlns="http://www.w3.org/1999/xhtml"><head><link rel="stylesheet" href="%1$s/s.css"/></head><body>
                <p>Тарау</p><svg xmlns="http://www.w3.org/2000/svg" xmlns:l="http://www.w3.org/1999/xlink">
                <image l:href="%1$s/svg.png"/><use l:href="%1$s/use.svg#a"/></svg></body></html>""".formatted(server));
        zip("book.epub", parts);
        parts.replaceAll(
                (name, text) -> text.replaceFirst("(?s)<!DOCTYPE.*?]>", "").replace("<itemref idref=\"r\"/>", ""));
        zip("chapter.epub", parts);
    }

    private void word() throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", """
                <Types xmlns="%1$scontent-types"><Default Extension="rels"
                 ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml"
                 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override
                 PartName="/word/settings.xml"
                 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/></Types>""".formatted(PACKAGE));
        parts.put(
                "_rels/.rels",
                relationships(
                        "<Relationship Id='r' Type='" + OFFICE + "/officeDocument' Target='word/document.xml'/>"));
        parts.put("word/document.xml", entities("w:document") + """
                <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>
                <w:t>Құжат</w:t></w:r><w:r><w:instrText>INCLUDETEXT "%1$s/include"</w:instrText></w:r></w:p></w:body>
                </w:document>""".formatted(server));
        parts.put(
                "word/_rels/document.xml.rels",
                relationships("<Relationship Id='s' Type='" + OFFICE
                        + "/settings' Target='settings.xml'/>" + outside("i", "image") + outside("o", "oleObject")
                        + outside("c", "aFChunk") + outside("f", "frame")));
        parts.put(
                "word/settings.xml",
                "<w:settings xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'/>");
        parts.put("word/_rels/settings.xml.rels", relationships(outside("t", "attachedTemplate")));
        zip("letter.docx", parts);
        parts.put(
                "word/document.xml",
                parts.getOrDefault("word/document.xml", "").replaceFirst("(?s)<!DOCTYPE.*?]>", ""));
        zip("template.docx", parts);
    }

    private void openDocument() throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("mimetype", "application/vnd.oasis.opendocument.text");
        parts.put("content.xml", entities("office:document-content") + """
                <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:l="http://www.w3.org/1999/xlink"
                 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"><office:body><office:text><text:p>Құжат
                <text:a l:href="%1$s/link">сілтеме</text:a><draw:frame><draw:image l:href="%1$s/i.png"/></draw:frame></text:p>
                <text:section><text:section-source l:href="%1$s/section"/></text:section></office:text></office:body>
                </office:document-content>""".formatted(server));
        zip("letter.odt", parts);
    }

    private void rtf() throws IOException {
        write("letter.rtf", """
                {\\rtf1\\ansi Letter.\\par {\\*\\template %1$s/template}{\\field{\\*\\fldinst INCLUDEPICTURE "%1$s/picture"}{\\fldrslt }}
                {\\field{\\*\\fldinst HYPERLINK "%1$s/link"}{\\fldrslt letter}} text}""".formatted(server));
    }

    private void pdf() throws IOException {
        List<String> objects = List.of(
                "<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /URI /URI (%1$s/open) >> >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F 5 0 R >>"
                        + " /XObject << /X 6 0 R >> >> /Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9]"
                        + " /A << /S /URI /URI (%1$s/annotation) >> >>] /AA << /O << /S /SubmitForm"
                        + " /F << /FS /URL /F (%1$s/form) >> >> >> >>",
                "<< /Length 45 >>\nstream\nBT /F 12 Tf 9 9 Td (A plain page) Tj ET /X Do\nendstream",
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
                "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray"
                        + " /F << /FS /URL /F (%1$s/stream) >> /Length 1 >>\nstream\n0\nendstream");
        var text = new StringBuilder("%PDF-1.4\n");
        for (int number = 1; number <= objects.size(); number++) {
            text.append(number)
                    .append(" 0 obj\n")
                    .append(objects.get(number - 1).replace("%1$s", server));
            text.append("\nendobj\n");
        }
        write("page.pdf", text + "trailer\n<< /Root 1 0 R /Size 7 >>\n%%EOF\n");
    }

    private void archive() throws IOException {
        Path file = folder.resolve("all.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Path member : files) {
                zip.putNextEntry(new ZipEntry(member.getFileName() + ""));
                zip.write(Files.readAllBytes(member));
            }
        }
        files.add(file);
    }

    private String entities(String root) {
        return ENTITIES.formatted(server, root);
    }

    private String outside(String id, String type) {
        return "<Relationship Id='%s' Type='%s/%s' TargetMode='External' Target='%s/%s'/>"
                .formatted(id, OFFICE, type, server, type);
    }

    private static String relationships(String inner) {
        return "<Relationships xmlns='" + PACKAGE + "relationships'>" + inner + "</Relationships>";
    }

    private void write(String name, String text) throws IOException {
        files.add(Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8));
    }

    private void zip(String name, Map<String, String> parts) throws IOException {
        Path file = folder.resolve(name);
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        files.add(file);
    }
}
