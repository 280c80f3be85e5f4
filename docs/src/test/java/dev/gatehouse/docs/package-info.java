/** Tests that keep the documents true: links, reasons, glossary, README, printed output. */
@NullMarked
package dev.gatehouse.docs;

import org.jspecify.annotations.NullMarked;
