/** What a reader asks and gets, without a word about how the index answers. */
@NullMarked
package kz.ortaq.engine.query;

import org.jspecify.annotations.NullMarked;
