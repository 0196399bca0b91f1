package dev.core7.examples.vendor.http;

import java.beans.PropertyEditorSupport;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** Ignores a limit or offset that is not a number. */
@ControllerAdvice
class LenientPaging {
    @InitBinder({"limit", "offset"})
    void readLeniently(WebDataBinder binder) {
        binder.registerCustomEditor(Integer.class, new NumberOrNull());
    }

    private static final class NumberOrNull extends PropertyEditorSupport {
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
