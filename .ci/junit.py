"""Counts the tests of junit.xml with another parser, and the results of report.json: python .ci/junit.py REPORT_FOLDER…"""
import json
import sys

from junitparser import JUnitXml

NAMES = ("tests", "failures", "errors", "skipped")


def counts(xml):
    return {name: getattr(xml, name) for name in NAMES}


def expected(report):
    results = report["results"]

    def of(*outcomes):
        return [result for result in results if result["outcome"] in outcomes]

    def counting(outcome):
        return [result for result in of(outcome) if report["strict"] or result["level"] == "MUST"]

    return {
        "tests": len(results),
        "failures": len(counting("failed")),
        "errors": len(counting("not-proven")),
        "skipped": len(of("not-applicable", "excluded", "known-failure")),
    }


seen = dict.fromkeys(NAMES, 0)
for folder in sys.argv[1:]:
    xml = JUnitXml.fromfile(f"{folder}/junit.xml")
    told = counts(xml)
    xml.update_statistics()
    with open(f"{folder}/report.json") as file:
        wanted = expected(json.load(file))
    if not told == counts(xml) == wanted:
        sys.exit(f"{folder}: the attributes say {told}, the tests {counts(xml)}, report.json {wanted}")
    seen = {name: seen[name] + told[name] for name in NAMES}
print(f"junit.xml counts as report.json: {seen}")
if not all(seen.values()):
    sys.exit("nothing was compared where a number is 0")
