package dev.core7.server;

import dev.core7.server.api.AnnotationsApi;
import dev.core7.server.api.CohortsApi;
import dev.core7.server.api.CommentsApi;
import dev.core7.server.api.RolesApi;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.RestController;

/** A server on the generated stubs that implements no operation. */
@SpringBootApplication
class NothingImplemented {
    @RestController
    static class Annotations implements AnnotationsApi {}

    @RestController
    static class Cohorts implements CohortsApi {}

    @RestController
    static class Comments implements CommentsApi {}

    @RestController
    static class Roles implements RolesApi {}
}
