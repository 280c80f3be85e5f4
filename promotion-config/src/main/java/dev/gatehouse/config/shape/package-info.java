/**
 * One description of the file, from which it is read and from which its JSON Schema is made:
 * records with annotated components; start at {@link dev.gatehouse.config.shape.Shape}.
 */
@NullMarked
package dev.gatehouse.config.shape;

import org.jspecify.annotations.NullMarked;
