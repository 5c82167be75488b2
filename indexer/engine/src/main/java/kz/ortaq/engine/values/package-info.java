/** What the values of records mean: dates, names, languages, numbers, grades, parts, classes, rights. */
@NullMarked
package kz.ortaq.engine.values;

import org.jspecify.annotations.NullMarked;
