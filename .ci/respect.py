"""Plays the flows with redocly's runner on the server of a target file: python3 .ci/respect.py TARGET_FILE REDOCLY_VERSION"""
import json
import re
import subprocess
import sys
import urllib.request

target = open(sys.argv[1]).read()


def of(name):
    return re.search(rf"^ *{name}: *(.+)$", target, re.M).group(1).strip()


def ids(name, text=target):
    return [i.strip() for i in re.search(rf"{name}: *\[([^\]]*)\]", text).group(1).split(",")]


url, project = of("url"), of("project_id")
key = re.search(r"name: everything, value: \"?([^\",]+)", target).group(1)
other = re.search(r"other_project: \{(.*)\}", target).group(1)
request = urllib.request.Request(f"{url}/api/projects/{project}/comments/", headers={"Authorization": f"Bearer {key}"})
comments = json.load(urllib.request.urlopen(request))["results"]
mark = "other-runner-m"


def comment(fits):
    return next(c for c in comments if fits(c))


inputs = {
    "project_id": project,
    "organization_id": of("organization_id"),
    "key": key,
    "mark": mark,
    "text": mark + " \"double\" 'single' <b>&amp;</b> 100% \u00e9 \u05e9\u05dc\u05d5\u05dd end",
    "long_text": mark + " " + "x" * (8191 - len(mark)),
    "long_name": mark + " " + "x" * (399 - len(mark)),
    "person": ids("persons")[0],
    "other_person": ids("persons")[1],
    "role": ids("roles")[-1],
    "other_annotation": int(ids("annotations", other)[0]),
    "other_cohort": int(ids("cohorts", other)[0]),
    "other_comment": ids("comments", other)[0],
    "insight": int(ids("insights")[0]),
    "dashboard": int(ids("dashboards")[0]),
    "comment_scope": comments[0]["scope"],
    "comment_item": comment(lambda c: c["item_id"])["item_id"],
    "comment_item_scope": comment(lambda c: c["item_id"])["scope"],
    "comment_source": comment(lambda c: c["source_comment"])["source_comment"],
    "comment_words": comments[0]["content"],
    "comment_remark": comment(lambda c: not c["is_task"])["id"],
    "comment_task": comment(lambda c: c["is_task"])["id"],
    "comment_open": comment(lambda c: c["is_task"] and not c["completed_at"])["id"],
    "comment_completed": comment(lambda c: c["is_task"] and c["completed_at"])["id"],
}
sys.exit(
    subprocess.call(
        ["npx", "--yes", f"@redocly/cli@{sys.argv[2]}", "respect", "spec/flows.arazzo.yaml"]
        + ["--server", f"core7={url}", "--input", json.dumps(inputs)]
    )
)
