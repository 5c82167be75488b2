/** How good records are, by named criteria that a library can act on. */
@NullMarked
package kz.ortaq.engine.quality;

import org.jspecify.annotations.NullMarked;
