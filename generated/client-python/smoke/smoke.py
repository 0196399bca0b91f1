"""Two calls of the generated client to a running mock; run.sh installs and starts it."""

import os
from datetime import datetime, timezone

from core7_client import (
    AnnotationRequest,
    AnnotationsApi,
    ApiClient,
    ApiException,
    CohortsApi,
    Configuration,
    StoredCohortFilter,
)


def check(actual, expected):
    """Unlike assert, it is there under python -O too."""
    if actual != expected:
        raise SystemExit(f"client-python: expected {expected!r}, got {actual!r}")


# PostHog stores a number as it was sent, which may be a text.
stored = {"type": "behavioral", "key": "a", "value": "performed_event", "event_type": "events", "time_value": "30"}
check(StoredCohortFilter.from_dict(stored).time_value, "30")

configuration = Configuration(host=os.environ["MOCK_URL"], access_token=os.environ["MOCK_KEY"])
with ApiClient(configuration) as client:
    cohort = CohortsApi(client).cohorts_retrieve("1", 1)
    check(cohort.name, "string")
    check(cohort.created_by.email, "user@example.com")
    check(cohort.created_at, datetime(2019, 8, 24, 14, 15, 22, tzinfo=timezone.utc))
    check(cohort.filters.properties.type, "AND")
    check(cohort.filters.properties.values[0].event_type, "string")
    check(cohort.filters.properties.values[0].key, "string")

    annotations = AnnotationsApi(client)
    created = annotations.annotations_create("1", AnnotationRequest(content="A release went out"))
    check(created.creation_type, "USR")
    check(created.scope, "dashboard_item")

    try:
        annotations.annotations_destroy("1", 1)
        check("no exception", 405)
    except ApiException as refused:
        check(refused.status, 405)

print("client-python: ok")
