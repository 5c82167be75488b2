package kz.ortaq.engine.text;

import java.util.Optional;
import kz.ortaq.records.FullText;
import kz.ortaq.records.Problem;

/**
 * What became of one document: its text as far as it could be had, and what was wrong with it.
 *
 * @param problem its place is the file's name; its identifier is empty, for the caller to fill in
 * @param seconds how long it took, once a process was free for it
 */
public record Extraction(FullText text, Optional<Problem> problem, double seconds) {}
