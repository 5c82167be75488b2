/** What the letters of a text tell of its charset, for every kind of source. */
@NullMarked
package kz.ortaq.harvesters.text;

import org.jspecify.annotations.NullMarked;
