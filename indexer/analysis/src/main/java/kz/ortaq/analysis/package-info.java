/** Lucene analysis for Kazakh, and for texts that mix Cyrillic and Latin. */
@NullMarked
package kz.ortaq.analysis;

import org.jspecify.annotations.NullMarked;
