package dev.core7.examples.vendor.http;

import java.lang.reflect.Method;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Accepts paths without the slash at the end, which Spring no longer does by default. */
@Component
class OptionalTrailingSlash implements WebMvcRegistrations {
    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new RequestMappingHandlerMapping() {
            @Override
            protected @Nullable RequestMappingInfo getMappingForMethod(Method method, Class<?> type) {
                var mapping = super.getMappingForMethod(method, type);
                return mapping == null
                        ? null
                        : mapping.mutate().paths(bothForms(mapping)).build();
            }
        };
    }

    private static String[] bothForms(RequestMappingInfo mapping) {
        return mapping.getPatternValues().stream()
                .flatMap(path -> Stream.of(path, path.replaceFirst("(?<=.)/$", "")))
                .distinct()
                .toArray(String[]::new);
    }
}
