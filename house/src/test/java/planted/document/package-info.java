/** Violations planted for the rules of the house to find. */
@NullMarked
package planted.document;

import org.jspecify.annotations.NullMarked;
