package kz.ortaq.extractor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes DjVu books with DjVuLibre's own programs. */
final class SampleDjvu {

    private SampleDjvu() {}

    /** A book of pages with those texts; an empty one has no text layer. */
    static Path book(Path folder, List<String> texts) throws IOException, InterruptedException {
        Path picture = Files.writeString(folder.resolve("page.pbm"), "P1\n8 8\n" + "1 0 1 0 1 0 1 0\n".repeat(8));
        Path book = folder.resolve("book.djvu");
        List<String> bundle = new ArrayList<>(List.of("djvm", "-c", book.toString()));
        for (int number = 1; number <= texts.size(); number++) {
            Path page = folder.resolve("p" + number + ".djvu");
            run(List.of("cjb2", picture.toString(), page.toString()));
            String text = texts.get(number - 1);
            if (!text.isEmpty()) {
                Path layer = Files.writeString(folder.resolve("layer"), "(page 0 0 8 8 \"" + text + "\")");
                run(List.of("djvused", page.toString(), "-e", "select 1; set-txt " + layer, "-s"));
            }
            bundle.add(page.toString());
        }
        run(bundle);
        Path said = Files.writeString(folder.resolve("said"), "title\t\"Қазақ \\\"кітабы\\\"\"\n");
        run(List.of("djvused", book.toString(), "-e", "create-shared-ant; set-meta " + said, "-s"));
        return book;
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertEquals(0, process.waitFor(), command::toString);
    }
}
