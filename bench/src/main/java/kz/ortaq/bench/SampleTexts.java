package kz.ortaq.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Texts to measure with: passages of a folder of judgements, or where there is none the sample libraries' own. */
final class SampleTexts {

    private static final Set<String> READABLE = Set.of("xml", "csv", "html", "txt", "md", "json", "jsonl");

    private SampleTexts() {}

    /** The titles and texts of {@code retrieval/passages.tsv} in a folder. */
    static List<String> passages(Path inputs) throws IOException {
        return Files.readAllLines(inputs.resolve("retrieval").resolve("passages.tsv")).stream()
                .map(line -> line.substring(line.indexOf('\t') + 1))
                .toList();
    }

    /** Whatever under a folder is plain text. */
    static List<String> under(Path folder) throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = file.getFileName().toString();
                if (READABLE.contains(name.substring(name.lastIndexOf('.') + 1))) {
                    texts.add(Files.readString(file));
                }
            }
        }
        return texts;
    }
}
