package dev.parley.base.request;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a call that costs much to answer: each user has only a few of them answered at a time. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface CostlyCall {
  /** Whether one at a time is enough for anybody. */
  boolean alone() default false;
}
