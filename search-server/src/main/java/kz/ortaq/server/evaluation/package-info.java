/** How well searches find, by passages, queries and judgements in files. */
@NullMarked
package kz.ortaq.server.evaluation;

import org.jspecify.annotations.NullMarked;
