// Two calls of the generated client to a running mock; run.sh compiles and starts it.
import assert from "node:assert/strict";
import { AnnotationsApi, CohortsApi, Configuration, ResponseError } from "./client/index";

const configuration = new Configuration({
  basePath: process.env.MOCK_URL,
  accessToken: process.env.MOCK_KEY,
});

async function main(): Promise<void> {
  const cohort = await new CohortsApi(configuration).cohortsRetrieve({ project_id: "1", id: 1 });
  assert.equal(cohort.name, "string");
  assert.equal(cohort.created_by?.email, "user@example.com");
  assert.deepEqual(cohort.created_at, new Date("2019-08-24T14:15:22Z"));
  assert.equal(cohort.filters.properties.type, "AND");
  assert.equal(cohort.filters.properties.values?.[0]?.event_type, "string");
  assert.equal(cohort.filters.properties.values?.[0]?.key, "string");

  const annotations = new AnnotationsApi(configuration);
  const created = await annotations.annotationsCreate({
    project_id: "1",
    AnnotationRequest: { content: "A release went out" },
  });
  assert.equal(created.creation_type, "USR");
  assert.equal(created.scope, "dashboard_item");

  await assert.rejects(
    annotations.annotationsDestroy({ project_id: "1", id: 1 }),
    (error: unknown) => error instanceof ResponseError && error.response.status === 405,
  );
}

main().then(
  () => console.log("client-typescript: ok"),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
