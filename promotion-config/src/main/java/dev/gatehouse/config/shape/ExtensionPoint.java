package dev.gatehouse.config.shape;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Where keys of other modules stand among the keys of an object; on a component of type {@link
 * Extensions}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface ExtensionPoint {
  /** Returns the name of the point. */
  String value();
}
