/** From what a source sent to the one bibliographic model. */
@NullMarked
package kz.ortaq.engine.crosswalk;

import org.jspecify.annotations.NullMarked;
