/** Harvesters: each turns one kind of source into pages of raw records. */
@NullMarked
package kz.ortaq.harvesters;

import org.jspecify.annotations.NullMarked;
