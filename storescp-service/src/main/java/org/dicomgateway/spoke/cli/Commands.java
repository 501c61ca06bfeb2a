package org.dicomgateway.spoke.cli;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The commands of a group, in the order of its help. Not picocli's {@code subcommands}, which looks
 * into all of them, some sixty, whichever is asked for: half of the time that a command took.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Commands {
  Class<?>[] value();
}
