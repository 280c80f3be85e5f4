/**
 * From the file as written to the domain, with every check that needs more than one line of it;
 * start at {@link dev.gatehouse.config.assembly.Assembler}.
 */
@NullMarked
package dev.gatehouse.config.assembly;

import org.jspecify.annotations.NullMarked;
