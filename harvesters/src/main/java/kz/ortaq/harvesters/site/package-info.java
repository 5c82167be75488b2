/** Libraries' sites: pages that describe publications, and the documents that pages link to. */
@NullMarked
package kz.ortaq.harvesters.site;

import org.jspecify.annotations.NullMarked;
