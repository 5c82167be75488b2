/** Text out of pictures of pages: what a text layer is worth, pages as images, and Tesseract that reads them. */
@NullMarked
package kz.ortaq.extractor.ocr;

import org.jspecify.annotations.NullMarked;
