/** The files of a source: one, those of a folder, or what an address serves. */
@NullMarked
package kz.ortaq.harvesters.files;

import org.jspecify.annotations.NullMarked;
