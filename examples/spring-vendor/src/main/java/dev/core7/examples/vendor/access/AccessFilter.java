package dev.core7.examples.vendor.access;

import dev.core7.examples.vendor.error.ApiException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Checks the key, then the organization or project, then the scopes, before anything else in a request, as PostHog does. */
@Component
@Order(AccessFilter.ORDER)
public final class AccessFilter extends OncePerRequestFilter {
    /** Runs before filters that read the body, so that the server does not read bodies of unauthenticated requests. */
    public static final int ORDER = 1;

    private static final Pattern BEARER = Pattern.compile("Bearer +(\\S+)");
    private static final PathPattern PROJECT = pattern("/api/projects/{id}/**");
    private static final PathPattern ORGANIZATION = pattern("/api/organizations/{id}/**");
    private static final String CURRENT = "@current";

    private final Accounts accounts;
    private final HandlerExceptionResolver errors;

    AccessFilter(Accounts accounts, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) {
        this.accounts = accounts;
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            admit(request);
        } catch (ApiException e) {
            errors.resolveException(request, response, null, e);
            return;
        }
        chain.doFilter(request, response);
    }

    private void admit(HttpServletRequest request) {
        var key = authenticate(request.getHeader(HttpHeaders.AUTHORIZATION));
        var path = PathContainer.parsePath(request.getRequestURI().replaceFirst("/$", ""));
        id(ORGANIZATION, path).ifPresent(organization -> checkOrganization(organization, key));
        var project = id(PROJECT, path).map(id -> project(id, key)).orElse(null);
        RequiredScopes.of(HttpMethod.valueOf(request.getMethod()), path).ifPresent(scopes -> {
            scopes.forEach(scope -> checkScope(scope, key));
            Caller.admit(request, accounts.user(key.user()), project);
        });
    }

    private ApiKey authenticate(@Nullable String header) {
        var bearer = BEARER.matcher(header == null ? "" : header);
        if (!bearer.matches()) {
            throw ApiException.unauthenticated("not_authenticated", "Authentication credentials were not provided.");
        }
        return accounts.key(bearer.group(1))
                .orElseThrow(() -> ApiException.unauthenticated(
                        "authentication_failed", "Personal API key found in request Authorization header is invalid."));
    }

    private void checkOrganization(String id, ApiKey key) {
        if (!id.equals(CURRENT) && !id.equals(accounts.organization())) {
            throw ApiException.notFound("Organization not found.");
        }
        if (key.project() != null) {
            throw ApiException.denied("API keys with scoped projects are only supported on project-based endpoints.");
        }
    }

    private int project(String id, ApiKey key) {
        var project = accounts.projects().stream()
                .filter(known -> id.equals(CURRENT) ? key.reaches(known) : id.equals(known.toString()))
                .findFirst()
                .orElseThrow(() -> ApiException.notFound("Project not found."));
        if (!key.reaches(project)) {
            throw ApiException.denied("API key does not have access to the requested project: ID " + project + ".");
        }
        return project;
    }

    private static void checkScope(String scope, ApiKey key) {
        if (!key.holds(scope)) {
            throw ApiException.denied("API key missing required scope '" + scope + "'");
        }
    }

    private static Optional<String> id(PathPattern pattern, PathContainer path) {
        return Optional.ofNullable(pattern.matchAndExtract(path))
                .map(match -> match.getUriVariables().get("id"));
    }

    private static PathPattern pattern(String text) {
        return PathPatternParser.defaultInstance.parse(text);
    }
}
