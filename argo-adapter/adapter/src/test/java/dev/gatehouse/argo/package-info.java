@NullMarked
package dev.gatehouse.argo;

import org.jspecify.annotations.NullMarked;
