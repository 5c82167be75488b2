package kz.ortaq.records;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run of one source.
 *
 * @param number counts up over all runs of all sources
 * @param ended when it ended; null while it runs
 * @param problems how many problems it met, those not kept one by one included
 */
public record HarvestRun(
        long number,
        String source,
        RunStatus status,
        Counts counts,
        long problems,
        Instant started,
        @Nullable Instant ended) {}
