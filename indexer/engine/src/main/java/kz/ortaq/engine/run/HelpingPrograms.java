package kz.ortaq.engine.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Remembers beside the indexes with which programs of the system (Tesseract and its models, djvulibre) their texts were
 * taken: once there are more, what could not be read before is read. That there are fewer changes nothing, for another
 * process may see others.
 */
final class HelpingPrograms {

    private final Path file;
    private final Texts texts;

    HelpingPrograms(Path file, Texts texts) {
        this.file = file;
        this.texts = texts;
    }

    /** Whether there are none that were not there when this was last written; where it never was, it is now. */
    boolean areNoMore() throws IOException {
        try {
            return !texts.readMoreThan(Files.readString(file));
        } catch (NoSuchFileException e) {
            write();
            return true;
        }
    }

    /** An index was built whole with those that are there now. */
    void write() throws IOException {
        Files.writeString(file, texts.programs());
    }
}
