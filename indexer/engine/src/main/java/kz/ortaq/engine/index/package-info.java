/** The Lucene index of works and their pages; the only place that knows of Lucene. */
@NullMarked
package kz.ortaq.engine.index;

import org.jspecify.annotations.NullMarked;
