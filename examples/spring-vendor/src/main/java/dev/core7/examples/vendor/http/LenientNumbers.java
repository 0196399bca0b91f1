package dev.core7.examples.vendor.http;

import java.beans.PropertyEditorSupport;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** A limit or offset that is no number counts as not given. */
@ControllerAdvice
class LenientNumbers {
    @InitBinder({"limit", "offset"})
    void readLeniently(WebDataBinder binder) {
        binder.registerCustomEditor(Integer.class, new NumberOrNothing());
    }

    private static final class NumberOrNothing extends PropertyEditorSupport {
        @Override
        public void setAsText(String text) {
            try {
                setValue(Integer.valueOf(text.strip()));
            } catch (NumberFormatException e) {
                setValue(null);
            }
        }
    }
}
