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

/** Answers every refusal, ours and Spring's, with PostHog's {@code {type, code, detail, attr}}. */
@RestControllerAdvice
class ErrorBodies extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorBodies.class);

    @ExceptionHandler
    ResponseEntity<Object> refused(Refusal refusal) {
        return answer(refusal, HttpHeaders.EMPTY);
    }

    /** An address that cannot be decoded; Tomcat notices when the first parameter is asked for. */
    @ExceptionHandler
    ResponseEntity<Object> undecodable(InvalidParameterException e) {
        return answer(Refusal.invalid("invalid_input", "The query cannot be decoded.", null), HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<Object> unforeseen(Exception fault) {
        LOG.error("a request could not be answered", fault);
        return answer(Refusal.fault(), HttpHeaders.EMPTY);
    }

    /** A field that breaks what the stubs demand of it. */
    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(FieldMistake.of(e.getBindingResult()), headers);
    }

    /** A body that is not JSON, or not of the stubs' types. */
    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(JsonMistake.of(e.getCause()), headers);
    }

    /** An id that is not a number names nothing. */
    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(Refusal.notFound("Not found."), headers);
    }

    /** PostHog takes {@code ?format=} for a part of the address, and the header {@code Accept} for a wish. */
    @Override
    protected ResponseEntity<Object> handleHttpMediaTypeNotAcceptable(
            HttpMediaTypeNotAcceptableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var code = request.getParameter("format") == null ? status : HttpStatus.NOT_FOUND;
        return handleExceptionInternal(e, null, headers, code, request);
    }

    /** Everything else that Spring refuses, by its status. */
    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode code, WebRequest request) {
        return code.is5xxServerError() ? unforeseen(e) : answer(refusal(HttpStatus.valueOf(code.value())), headers);
    }

    private static Refusal refusal(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> Refusal.notFound("Not found.");
            case METHOD_NOT_ALLOWED -> Refusal.request(status, "method_not_allowed", "Method not allowed.");
            case NOT_ACCEPTABLE ->
                Refusal.request(status, "not_acceptable", "Could not satisfy the request Accept header.");
            case UNSUPPORTED_MEDIA_TYPE ->
                Refusal.request(status, "unsupported_media_type", "Unsupported media type in request.");
            default -> Refusal.invalid("invalid_input", "Invalid input.", null);
        };
    }

    private static ResponseEntity<Object> answer(Refusal refusal, HttpHeaders headers) {
        return ResponseEntity.status(refusal.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_JSON)
                .body(refusal.body());
    }
}
