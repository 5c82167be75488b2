package kz.ortaq.bench;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tika reading documents within this process, with the jars of the extractor and without its isolation: what the
 * isolation is measured against. By reflection, for Tika belongs to the extractor, and this process has other versions
 * of what Tika needs.
 */
final class TikaInProcess implements AutoCloseable {

    private static final String TIKA = "org.apache.tika.";

    private final URLClassLoader loader;
    private final Class<?> parserType;
    private final Class<?> contextType;
    private final Class<?> metadataType;
    private final Object parser;
    private final Object context;
    private final Object contextOfArchives;

    /** @param home the folder with the extractor's jars */
    TikaInProcess(Path home) throws Exception {
        List<URL> jars = new ArrayList<>();
        try (Stream<Path> files = Files.list(home)) {
            for (Path jar :
                    files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                jars.add(jar.toUri().toURL());
            }
        }
        loader = new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        Thread.currentThread().setContextClassLoader(loader);
        parserType = type("parser.Parser");
        contextType = type("parser.ParseContext");
        metadataType = type("metadata.Metadata");
        parser = type("parser.AutoDetectParser").getConstructor().newInstance();
        // The same work: neither pictures nor attachments, but the documents of an archive, and no OCR.
        context = context(type("parser.EmptyParser").getField("INSTANCE").get(null));
        contextOfArchives = context(parser);
    }

    private Object context(Object parserOfMembers) throws Exception {
        Object made = contextType.getConstructor().newInstance();
        Class<?> pdfType = type("parser.pdf.PDFParserConfig");
        Object pdf = pdfType.getConstructor().newInstance();
        pdfType.getMethod("setOcrStrategy", String.class).invoke(pdf, "no_ocr");
        contextType.getMethod("set", Class.class, Object.class).invoke(made, pdfType, pdf);
        Class<?> ocrType = type("parser.ocr.TesseractOCRConfig");
        Object ocr = ocrType.getConstructor().newInstance();
        ocrType.getMethod("setSkipOcr", boolean.class).invoke(ocr, true);
        contextType.getMethod("set", Class.class, Object.class).invoke(made, ocrType, ocr);
        contextType.getMethod("set", Class.class, Object.class).invoke(made, parserType, parserOfMembers);
        return made;
    }

    /** How many characters of text a file has; -1 where Tika gives up on it. */
    int read(Path file) {
        Thread.currentThread().setContextClassLoader(loader);
        boolean archive = file.toString().endsWith(".zip");
        try {
            Object metadata = metadataType.getConstructor().newInstance();
            Class<?> handlerType = type("sax.BodyContentHandler");
            Object handler = handlerType.getConstructor(int.class).newInstance(-1);
            Class<?> streamType = type("io.TikaInputStream");
            try (AutoCloseable stream = (AutoCloseable)
                    streamType.getMethod("get", Path.class, metadataType).invoke(null, file, metadata)) {
                parserType
                        .getMethod(
                                "parse",
                                java.io.InputStream.class,
                                Class.forName("org.xml.sax.ContentHandler"),
                                metadataType,
                                contextType)
                        .invoke(parser, stream, handler, metadata, archive ? contextOfArchives : context);
            }
            return handler.toString().strip().length();
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            return -1;
        }
    }

    private Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(TIKA + name, true, loader);
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
