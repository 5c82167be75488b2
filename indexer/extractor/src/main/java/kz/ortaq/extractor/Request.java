package kz.ortaq.extractor;

import kz.ortaq.extractor.ocr.OcrBounds;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for: the text of one file.
 *
 * @param path where the file lies
 * @param name what the file is called, which tells a format that its bytes do not
 * @param characters how many characters of text are wanted at most
 * @param ocr what reads pages without text, and how many of them
 */
record Request(String path, String name, int characters, OcrBounds ocr) {

    Request(String path, String name, int characters, @Nullable OcrBounds ocr) {
        this.path = path;
        this.name = name;
        this.characters = characters;
        this.ocr = ocr == null ? OcrBounds.NONE : ocr;
    }

    /** A request for what needs no other program. */
    Request(String path, String name, int characters) {
        this(path, name, characters, OcrBounds.NONE);
    }
}
