package dev.core7.examples.vendor.access;

import dev.core7.server.model.UserBasic;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The user and the project of the current request, as {@link AccessFilter} has authorized them. */
public final class Caller {
    private static final String ATTRIBUTE = Caller.class.getName();

    private final User user;
    private final @Nullable Integer project;

    private Caller(User user, @Nullable Integer project) {
        this.user = user;
        this.project = project;
    }

    /** Stores the authorized user and project; without a project, the request is for the organization. */
    static void admit(HttpServletRequest request, User user, @Nullable Integer project) {
        request.setAttribute(ATTRIBUTE, new Caller(user, project));
    }

    /** Returns the caller. Fails for operations that {@link RequiredScopes} does not list, because nobody may call them. */
    public static Caller current() {
        var attributes = RequestContextHolder.currentRequestAttributes();
        var caller = attributes.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        return (Caller) Objects.requireNonNull(caller, "RequiredScopes does not list this operation");
    }

    /** Returns the user as responses show it. */
    public UserBasic user() {
        return user.basic();
    }

    /** Returns whether the user may modify the organization. */
    public boolean isAdmin() {
        return user.admin();
    }

    /** Returns the project in the path. */
    public int project() {
        return Objects.requireNonNull(project, "the path contains no project");
    }
}
