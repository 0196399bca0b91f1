package dev.core7.examples.vendor.error;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Returns all errors of this server and of Spring as PostHog's {@code {type, code, detail, attr}}. */
@RestControllerAdvice
class ErrorHandler extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorHandler.class);

    @ExceptionHandler
    ResponseEntity<Object> apiError(ApiException e) {
        var headers = new HttpHeaders();
        if (e.status() == HttpStatus.UNAUTHORIZED) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return response(e, headers);
    }

    /** Handles a query that cannot be decoded. Tomcat detects this when the first parameter is read. */
    @ExceptionHandler
    ResponseEntity<Object> undecodable(InvalidParameterException e) {
        return response(ApiException.invalid("invalid_input", "The query cannot be decoded.", null), HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<Object> unexpected(Exception e) {
        LOG.error("unexpected error", e);
        return response(ApiException.serverError(), HttpHeaders.EMPTY);
    }

    /** Handles a field that violates a constraint of the stubs. */
    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return response(ValidationErrors.of(e.getBindingResult()), headers);
    }

    /** Handles a body that is not JSON, or that does not have the types of the stubs. */
    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return response(JsonErrors.of(e.getCause()), headers);
    }

    /** Handles an id that is not a number: no such object exists. */
    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return response(ApiException.notFound("Not found."), headers);
    }

    /** Handles an unsupported media type. For {@code ?format=}, PostHog responds with 404, otherwise with 406. */
    @Override
    protected ResponseEntity<Object> handleHttpMediaTypeNotAcceptable(
            HttpMediaTypeNotAcceptableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var code = request.getParameter("format") == null ? status : HttpStatus.NOT_FOUND;
        return handleExceptionInternal(e, null, headers, code, request);
    }

    /** Handles all other errors of Spring by their status. */
    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode code, WebRequest request) {
        return code.is5xxServerError() ? unexpected(e) : response(error(HttpStatus.valueOf(code.value())), headers);
    }

    private static ApiException error(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> ApiException.notFound("Not found.");
            case METHOD_NOT_ALLOWED -> ApiException.request(status, "method_not_allowed", "Method not allowed.");
            case NOT_ACCEPTABLE ->
                ApiException.request(status, "not_acceptable", "Could not satisfy the request Accept header.");
            case UNSUPPORTED_MEDIA_TYPE ->
                ApiException.request(status, "unsupported_media_type", "Unsupported media type in request.");
            default -> ApiException.invalid("invalid_input", "Invalid input.", null);
        };
    }

    private static ResponseEntity<Object> response(ApiException error, HttpHeaders headers) {
        return ResponseEntity.status(error.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_JSON)
                .body(error.body());
    }
}
