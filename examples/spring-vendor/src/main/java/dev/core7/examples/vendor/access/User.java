package dev.core7.examples.vendor.access;

import dev.core7.server.model.UserBasic;
import java.util.UUID;

/**
 * A user who owns keys.
 *
 * @param role the role at the organization, such as {@code engineering}
 * @param admin whether the user may modify the organization
 */
public record User(int id, UUID uuid, String firstName, String email, String role, boolean admin) {
    /** Returns the user as responses show it. */
    public UserBasic basic() {
        return new UserBasic()
                .id(id)
                .uuid(uuid)
                .distinctId("user-" + id)
                .firstName(firstName)
                .lastName("")
                .email(email)
                .isEmailVerified(true)
                .hedgehogConfig(null)
                .roleAtOrganization(role);
    }
}
