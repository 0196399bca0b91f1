package dev.core7.examples.vendor;

import static dev.core7.examples.vendor.Vendor.ANNOTATIONS;
import static dev.core7.examples.vendor.Vendor.COHORTS;
import static dev.core7.examples.vendor.Vendor.FULL_KEY;
import static dev.core7.examples.vendor.Vendor.get;
import static dev.core7.examples.vendor.Vendor.send;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {
    private static final String ROLES =
            "/api/organizations/" + Vendor.target().parameters().get("organization_id") + "/roles/";

    @ParameterizedTest
    @CsvSource({
        "GET, /api/projects/1/annotations/999999/, 403",
        "GET, /api/projects/1/annotations/abc/, 403",
        "DELETE, /api/projects/1/annotations/1/, 403",
        "GET, /api/projects/1/annotations/?limit=1, 403",
        "GET, /api/projects/3/annotations/, 404",
        "GET, /api/projects/abc/annotations/, 404",
        "GET, /api/nothing/here/, 404"
    })
    void scopes_are_checked_directly_after_the_project(String method, String path, int status) {
        assertThat(send(method, path, "comment-read", "").status()).isEqualTo(status);
    }

    @Test
    void scopes_are_checked_before_the_body_is_parsed() {
        assertThat(send("POST", ANNOTATIONS, "annotation-read", "{").status()).isEqualTo(403);
        assertThat(send("POST", ANNOTATIONS, "annotation-write", "{").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/projects/1/annotations",
                "/%61pi/projects/1/annotations/",
                "/api/projects/1;x=y/annotations/",
                "/api;/projects/1/annotations/",
                "/api/projects/3/annotations/",
                "/"
            })
    void every_form_of_a_path_requires_a_key(String path) {
        assertThat(send(Vendor.request("GET", path, "")).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%61pi/projects/1/annotations/",
                "/api/projects/1;x=y/annotations/",
                "/api/projects/@current/annotations"
            })
    void every_form_of_a_path_requires_the_scope(String path) {
        assertThat(send("GET", path, "comment-read", "").status()).isEqualTo(403);
        assertThat(send("GET", path, "annotation-read", "").status()).isEqualTo(200);
    }

    @Test
    void objects_of_another_project_are_not_found() {
        var other = Vendor.target().other().orElseThrow();
        for (String id : other.objects().get("annotations")) {
            assertThat(get(ANNOTATIONS + id + "/").status()).isEqualTo(404);
            assertThat(send("PATCH", ANNOTATIONS + id + "/", "{}").status()).isEqualTo(404);
            assertThat(get("/api/projects/2/annotations/" + id + "/").status()).isEqualTo(200);
        }
        for (String id : other.objects().get("cohorts")) {
            assertThat(get(COHORTS + id + "/").status()).isEqualTo(404);
            assertThat(send("PATCH", COHORTS + id + "/", "{}").status()).isEqualTo(404);
            assertThat(get("/api/projects/2/cohorts/" + id + "/").status()).isEqualTo(200);
        }
    }

    @Test
    void annotations_of_the_organization_are_listed_in_all_projects() {
        var made = send("POST", ANNOTATIONS, """
                {"content": "everywhere", "scope": "organization", "dashboard_id": 100}""");

        var there = get("/api/projects/2/annotations/?search=everywhere").json();

        assertThat(there.get("results")).containsExactly(made.json());
    }

    @Test
    void the_creator_is_the_owner_of_the_key() {
        var member = send("POST", ANNOTATIONS, "annotation-write", "{}").json();
        var admin = send("POST", ANNOTATIONS, FULL_KEY, "{}").json();

        assertThat(member.at("/created_by/email").asString()).isEqualTo("member@vendor.example");
        assertThat(admin.at("/created_by/email").asString()).isEqualTo("admin@vendor.example");
    }

    @Test
    void a_role_can_be_deleted_once() {
        var roles = Vendor.target().fixtures().get("roles");
        var path = ROLES + roles.get(roles.size() - 1) + "/";

        assertThat(send("DELETE", path, "organization-write", "").status()).isEqualTo(204);
        assertThat(send("DELETE", path, "organization-write", "").status()).isEqualTo(404);
        assertThat(send("DELETE", path, "other-project", "").status()).isEqualTo(403);
    }
}
