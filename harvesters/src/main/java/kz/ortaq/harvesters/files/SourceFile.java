package kz.ortaq.harvesters.files;

import java.nio.file.Path;

/**
 * A file of a source.
 *
 * @param file where its bytes can be read while the {@link SourceFiles} are open
 * @param name what its library calls it: the path below the source's folder, or the name that the server gave
 */
public record SourceFile(Path file, String name) {}
