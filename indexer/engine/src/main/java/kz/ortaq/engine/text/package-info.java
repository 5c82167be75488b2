/** Full text of stored documents, taken by child processes that a hostile file may bring down. */
@NullMarked
package kz.ortaq.engine.text;

import org.jspecify.annotations.NullMarked;
