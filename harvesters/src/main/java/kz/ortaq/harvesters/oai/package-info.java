/** OAI-PMH 2.0: from an endpoint to pages of raw records. */
@NullMarked
package kz.ortaq.harvesters.oai;

import org.jspecify.annotations.NullMarked;
