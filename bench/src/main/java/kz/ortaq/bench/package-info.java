/** Benchmarks of the whole walk, against a repository that is generated as it is asked. */
@NullMarked
package kz.ortaq.bench;

import org.jspecify.annotations.NullMarked;
