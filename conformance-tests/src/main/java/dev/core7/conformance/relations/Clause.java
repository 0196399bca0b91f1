package dev.core7.conformance.relations;

import dev.core7.conformance.result.Level;

/** What a relation requires. A clause with the same statement as one of the flows has the same id. */
enum Clause {
    LISTED("listed", Level.MUST, "a created object is in the list"),
    LIMIT("limit", Level.MUST, "a page has no more items than limit allows"),
    OFFSET("offset", Level.MUST, "offset skips exactly that number of items, with and without limit"),
    COUNT("count", Level.MUST, "count is the number of all items, on every page"),
    PAGES_JOIN("pages-join", Level.MUST, "all pages together are the complete list, without gaps or duplicates"),
    PAGE_LINKS("page-links", Level.MUST, "next and previous lead to the adjacent pages, and the last page has no next"),
    FULL_LAST_PAGE("full-last-page", Level.SHOULD, "a last page with as many items as limit allows has no next"),
    ORDER("order", Level.SHOULD, "the list has the documented order"),
    LINKS_KEEP_FILTERS("links-keep-filters", Level.MUST, "the links between pages keep the filters of the request"),
    SEARCH("search", Level.MUST, "a search returns the objects that contain the word, and no others"),
    NARROWER("narrower", Level.MUST, "a search shows only items that the list without the search shows too"),
    SEARCH_CHARACTERS("search-characters", Level.MUST, "a search treats special characters as text"),
    SEARCH_CASE("search-case", Level.SHOULD, "a search ignores the case of letters"),
    FILTER("filter", Level.MUST, "a filter returns the matching objects, and no others"),
    CURSOR_PAGES("cursor-pages", Level.SHOULD, "next and previous lead to the adjacent pages, without duplicates"),
    LINK_NEEDS_SCOPE(
            "link-needs-scope",
            Level.MUST,
            "a link to another page is refused to a key that lacks a scope of the list"),
    ALIAS_NEEDS_SCOPE(
            "alias-needs-scope",
            Level.MUST,
            "a request with the other name of its project is refused to a key that lacks the scope"),
    ALIAS_OF_OTHER(
            "alias-of-other-project",
            Level.MUST,
            "the other name of a project leads no key that is limited to another project to this one"),
    LISTED_RETRIEVABLE("listed-retrievable", Level.MUST, "each item of the list can be retrieved"),
    KEPT_BY_RECALCULATION(
            "kept-by-recalculation",
            Level.MUST,
            "an update of the texts changes neither the members that match the object nor their count"),
    OWN_OBJECTS("own-objects", Level.MUST, "creates at the same time make different objects"),
    OWN_RESPONSES(
            "own-responses",
            Level.MUST,
            "requests for different objects at the same time get responses with the requested object"),
    ALL_ADDED("all-added", Level.MUST, "all members of one request are added, and no others"),
    BOTH_ADDED("both-added", Level.MUST, "members that are added at the same time are all in the list"),
    ONE_REMOVED("one-removed", Level.MUST, "exactly the member that the request names is removed"),
    MEMBERS_KEPT("members-kept", Level.MUST, "requests that do not name an object and its members change no members"),
    MEMBERS_RESTORED(
            "members-restored",
            Level.SHOULD,
            "an object that was deleted and restored has the members that it had before"),
    REFUSED_KEEPS_MEMBERS(
            "refused-keeps-members", Level.MUST, "a request that gets the documented refusal changes no members"),
    INVALID_KEEPS_MEMBERS(
            "invalid-keeps-members", Level.SHOULD, "adding nobody whom the server knows changes no members"),
    CSV_MEMBERS("csv-members", Level.MUST, "the list shows the same members in each of its formats"),
    REPEATED_UPDATE(
            "repeated-update", Level.MUST, "the same update sent again leaves the object as the first one left it"),
    SENT_BACK(
            "sent-back",
            Level.SHOULD,
            "an object can be sent back as it was read, and nothing changes: fields that only the server sets are ignored"),
    READING_IS_SAFE("reading-is-safe", Level.SHOULD, "reading changes nothing"),
    UPPER_CASE_ID("upper-case-id", Level.SHOULD, "a UUID in upper case names the same member (RFC 9562 §4)"),
    REMOVED_AGAIN("removed-again", Level.SHOULD, "removing somebody who is no member is accepted"),
    MEMBERS_COUNTED("members-counted", Level.MUST, "the count of an object is the number of its members"),
    NULL_ACCEPTED("null-accepted", Level.MUST, "a field that may be null accepts null"),
    NULL_READABLE(
            "null-readable", Level.MUST, "responses can show an object in which a field that may be null is null"),
    CHARACTERS_COUNTED(
            "characters-counted",
            Level.SHOULD,
            "a text is accepted if another one with as many characters is, however many bytes they take"),
    ITEMS_ALIKE("items-alike", Level.MUST, "all responses show an object with the same values, if it was not changed"),
    SAME_FORMAT("same-format", Level.MUST, "the value of a format parameter that requests JSON changes no item"),
    ONCE_BY_CURSOR("once-by-cursor", Level.MUST, "the pages of a list show each item once"),
    DELETED_FOR_GOOD("deleted-for-good", Level.MUST, "a deleted object no longer exists"),
    HARD_DELETE("hard-delete", Level.MUST, "a DELETE that is not allowed deletes nothing"),
    READABLE("readable", Level.MUST, "an object can be read while it is updated"),
    CSV("csv", Level.SHOULD, "the CSV table has a header line, and one line for each item"),
    CSV_QUOTED("csv-quoted", Level.SHOULD, "all lines of the CSV table have the same number of fields (RFC 4180 §2)");

    private final String id;
    private final Level level;
    private final String text;

    Clause(String id, Level level, String text) {
        this.id = id;
        this.level = level;
        this.text = text;
    }

    String id() {
        return id;
    }

    Level level() {
        return level;
    }

    String text() {
        return text;
    }
}
