/** Programs of the system that help to read documents: DjVuLibre, Tesseract. */
@NullMarked
package kz.ortaq.extractor.program;

import org.jspecify.annotations.NullMarked;
