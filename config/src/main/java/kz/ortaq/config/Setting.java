package kz.ortaq.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The default of a setting, as it would be written in {@code ortaq.yaml}, and the values that it may have. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface Setting {

    /** The default; lists are separated by commas. */
    String value();

    /** The key where it is not the component's own name with hyphens. */
    String key() default "";

    long min() default 0;

    long max() default Long.MAX_VALUE;
}
