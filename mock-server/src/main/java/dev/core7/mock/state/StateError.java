package dev.core7.mock.state;

/** Why a request cannot be carried out although its object is there and its body has the right form. */
public enum StateError {
    /** The cursor was never handed out. */
    BROKEN_CURSOR("Invalid cursor."),
    /** The object is not of the kind for this. */
    WRONG_KIND("The object is not of the kind that this can be done with."),
    /** None of the members is known. */
    NO_KNOWN_MEMBER("None of them exists."),
    /** The member is not known. */
    UNKNOWN_MEMBER("Not found.");

    private final String detail;

    StateError(String detail) {
        this.detail = detail;
    }

    /** The same for people. */
    public String detail() {
        return detail;
    }
}
