/** Sheets: CSV, TSV, XLSX and ODS, row by row, each row of a book a record. */
@NullMarked
package kz.ortaq.harvesters.sheet;

import org.jspecify.annotations.NullMarked;
