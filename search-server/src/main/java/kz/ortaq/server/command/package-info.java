/** The command line: what each command does with an opened data folder. */
@NullMarked
package kz.ortaq.server.command;

import org.jspecify.annotations.NullMarked;
