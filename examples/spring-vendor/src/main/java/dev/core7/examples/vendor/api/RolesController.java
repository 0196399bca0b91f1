package dev.core7.examples.vendor.api;

import dev.core7.examples.vendor.access.Caller;
import dev.core7.examples.vendor.error.ApiException;
import dev.core7.examples.vendor.store.Roles;
import dev.core7.server.api.RolesApi;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RolesController implements RolesApi {
    private final Roles roles;

    RolesController(Roles roles) {
        this.roles = roles;
    }

    @Override
    public ResponseEntity<Void> rolesDestroy(String organizationId, String id) {
        if (!Caller.current().isAdmin()) {
            throw ApiException.denied("Only administrators of the organization may do this.");
        }
        if (!roles.delete(id)) {
            throw ApiException.notFound("Not found.");
        }
        return ResponseEntity.noContent().build();
    }
}
