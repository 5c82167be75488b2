package kz.ortaq.harvesters.marc;

import kz.ortaq.config.Reason;

/**
 * Something that was put right while reading, and that the library should know.
 *
 * @param value what was found, or what became of it
 */
record Mend(Reason reason, String value) {}
