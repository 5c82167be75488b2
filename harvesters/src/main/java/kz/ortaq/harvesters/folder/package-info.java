/** Documents under a folder, each a record. */
@NullMarked
package kz.ortaq.harvesters.folder;

import org.jspecify.annotations.NullMarked;
