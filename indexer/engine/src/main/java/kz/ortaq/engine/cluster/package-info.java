/** Which descriptions are of one edition and of one work, as pure functions: no store, no index. */
@NullMarked
package kz.ortaq.engine.cluster;

import org.jspecify.annotations.NullMarked;
