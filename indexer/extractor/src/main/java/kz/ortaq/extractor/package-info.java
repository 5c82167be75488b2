/**
 * Text out of documents, in a process of its own: whatever a hostile file does to this process, the one that started
 * it goes on. Speaks in frames over standard input and output; imports nothing else of Ortaq.
 */
@NullMarked
package kz.ortaq.extractor;

import org.jspecify.annotations.NullMarked;
