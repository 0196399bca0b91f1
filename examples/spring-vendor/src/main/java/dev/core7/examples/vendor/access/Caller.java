package dev.core7.examples.vendor.access;

import dev.core7.server.model.UserBasic;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Who sent the request that is being answered, and in which project: {@link AccessFilter} has let both in. */
public final class Caller {
    private static final String ATTRIBUTE = Caller.class.getName();

    private final User user;
    private final @Nullable Integer project;

    private Caller(User user, @Nullable Integer project) {
        this.user = user;
        this.project = project;
    }

    /** Lets a user into a project, or into the organization where it is none. */
    static void admit(HttpServletRequest request, User user, @Nullable Integer project) {
        request.setAttribute(ATTRIBUTE, new Caller(user, project));
    }

    /** Fails where nobody was let in: an operation that {@link RequiredScopes} does not list is open to no one. */
    public static Caller current() {
        var attributes = RequestContextHolder.currentRequestAttributes();
        var caller = attributes.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        return (Caller) Objects.requireNonNull(caller, "RequiredScopes does not list this operation");
    }

    /** The user as others see them. */
    public UserBasic user() {
        return user.basic();
    }

    /** Whether the user may change the organization. */
    public boolean isAdmin() {
        return user.admin();
    }

    /** The project of the address. */
    public int project() {
        return Objects.requireNonNull(project, "the address names no project");
    }
}
