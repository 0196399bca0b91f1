package dev.core7.mock.state;

/** Why a request cannot be carried out although its object exists and its body is valid. */
public enum StateError {
    /** The mock never issued the cursor. */
    BROKEN_CURSOR("Invalid cursor."),
    /** The list has no page with this number. */
    UNKNOWN_PAGE("That page contains no results."),
    /** The object does not have the values that the request requires. */
    UNMET_PRECONDITION("This operation does not apply to this kind of object."),
    /** Another object has the same text. */
    NOT_UNIQUE("There is already a role with this name."),
    /** None of the members exists. */
    NO_KNOWN_MEMBER("None of them exists."),
    /** The member does not exist. */
    UNKNOWN_MEMBER("Not found.");

    private final String detail;

    StateError(String detail) {
        this.detail = detail;
    }

    /** Returns the error message. */
    public String detail() {
        return detail;
    }
}
