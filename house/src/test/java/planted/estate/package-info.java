/** Violations planted for the rules of the house to find. */
@NullMarked
package planted.estate;

import org.jspecify.annotations.NullMarked;
