/** Catalogue exports: MARC in ISO 2709, MARCXML and lines, and IRBIS64 as text and as master files. */
@NullMarked
package kz.ortaq.harvesters.marc;

import org.jspecify.annotations.NullMarked;
