package kz.ortaq.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.custom.CustomAnalyzer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as others use it: in a process with Lucene's two jars beside it and nothing of ours. */
class FreshProjectTest {

    private static final String PROGRAM = """
            import org.apache.lucene.analysis.*;
            import org.apache.lucene.analysis.custom.CustomAnalyzer;
            import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

            public class Fresh {
                public static void main(String[] texts) throws Exception {
                    Analyzer folded = CustomAnalyzer.builder().addCharFilter("latinApostrophe")
                            .withTokenizer("standard").addTokenFilter("kazakhFold").build();
                    Analyzer lemma = CustomAnalyzer.builder().addCharFilter("latinApostrophe")
                            .withTokenizer("standard").addTokenFilter("mixedScript").addTokenFilter("lowercase")
                            .addTokenFilter("kazakhCyrillic").addTokenFilter("russianEnglishStem").build();
                    Analyzer whole = CustomAnalyzer.builder().addCharFilter("spacedInitials").addCharFilter("latinApostrophe")
                            .withTokenizer("standard").addTokenFilter("wordLemmas").build();
                    for (Analyzer analyzer : new Analyzer[] {folded, lemma, whole}) {
                        StringBuilder line = new StringBuilder();
                        try (TokenStream stream = analyzer.tokenStream("text", texts[0])) {
                            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
                            stream.reset();
                            while (stream.incrementToken()) {
                                line.append(term).append(' ');
                            }
                            stream.end();
                        }
                        System.out.writeBytes((line + "\\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
                    }
                }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void buildsItsChainsBySpiNames() throws Exception {
        Path program = Files.writeString(folder.resolve("Fresh.java"), PROGRAM);
        String classPath = String.join(
                System.getProperty("path.separator"),
                jar().toString(),
                home(Analyzer.class).toString(),
                home(CustomAnalyzer.class).toString());

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dfile.encoding=UTF-8",
                        "-Dsun.jnu.encoding=UTF-8",
                        "-cp",
                        classPath,
                        program.toString(),
                        "Qazaqstan tarihy, History books")
                .redirectError(folder.resolve("errors").toFile())
                .start();
        process.getOutputStream().close();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        boolean ended = process.waitFor(1, TimeUnit.MINUTES);
        process.destroyForcibly();

        String errors = Files.readString(folder.resolve("errors"));
        assertEquals(true, ended && process.exitValue() == 0, errors);
        assertEquals(
                List.of(
                        "kazakstan tarihi histori books",
                        "қазақстан tarihi тарихы histori book",
                        "kazakstan tarihi tarih histori book"),
                lines.stream().map(String::strip).toList());
    }

    /** The classes of this module as Maven packs them. */
    private Path jar() throws IOException, URISyntaxException {
        Path classes = home(KazakhFold.class);
        if (!Files.isDirectory(classes)) {
            return classes;
        }
        Path jar = folder.resolve("analysis.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file);
                Stream<Path> walk = Files.walk(classes)) {
            for (Path path : walk.filter(Files::isRegularFile).toList()) {
                entries.putNextEntry(
                        new JarEntry(classes.relativize(path).toString().replace('\\', '/')));
                Files.copy(path, entries);
                entries.closeEntry();
            }
        }
        return jar;
    }

    private static Path home(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
