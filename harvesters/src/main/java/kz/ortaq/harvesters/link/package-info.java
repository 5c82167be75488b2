/** The documents that records point to: where they are, and how they are had. */
@NullMarked
package kz.ortaq.harvesters.link;

import org.jspecify.annotations.NullMarked;
