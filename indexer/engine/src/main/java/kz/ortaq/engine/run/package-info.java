/** Keeps the index up with the store: crosswalk, text, works, index. */
@NullMarked
package kz.ortaq.engine.run;

import org.jspecify.annotations.NullMarked;
