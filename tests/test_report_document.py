"""What was found in a document, as a list and as the data that other programs read."""

import json
from dataclasses import replace

from documents import JUNE, Told, document
from tracked import TODAY

from actiontracker.records import Problem
from actiontracker.render.json import as_json
from actiontracker.report.build import build
from actiontracker.report.document import document as as_data
from actiontracker.report.extraction import FOUND_IN, found_in

TOLD = document(
    Told(
        "publish the tree survey",
        owner="The Head of Parks",
        recipient="to members",
        deadline="by the end of June",
        condition="if funds allow",
        due=JUNE,
        twice=True,
    )
)
SENTENCE = "The Head of Parks would publish the tree survey to members by the end of June if funds allow"

EXPECTED = {
    "source": {"path": "parks.txt", "sha256": TOLD.minutes.source.sha256, "kind": "text", "pages": None},
    "meeting": {
        "authority": "Northmere Borough Council",
        "body": "Parks Panel",
        "date": "2026-05-14",
        "status": "draft",
        "next_meeting": "2026-06-11",
    },
    "people": [
        {"name": "Alun Teg", "role": "member", "post": None, "initials": None, "present": True},
        {"name": "Bea Cole", "role": "officer", "post": "Head of Parks", "initials": "BC", "present": True},
    ],
    "items": [{"number": "7", "title": "Play areas", "presenter": None, "start": 19, "end": 31}],
    "commitments": [
        {
            "start": 32,
            "end": 124,
            "quote": SENTENCE,
            "kind": "undertaking",
            "action": "Publish the tree survey",
            "owner": "The Head of Parks",
            "owner_inferred": None,
            "recipient": "to members",
            "deadline": "by the end of June",
            "condition": "if funds allow",
            "due": "2026-06-30",
            "due_rule": "named-month",
            "score": 0.75,
            "item": "7",
            "item_title": "Play areas",
            "section": "minutes",
            "page": 1,
            "line": 3,
            "told_again": [{"start": 126, "end": 233, "quote": f"RESOLVED that {SENTENCE}."}],
        }
    ],
    "problems": [
        {"path": "parks.txt", "page": None, "line": 2, "message": "the body is not certain", "fatal": False},
    ],
}


def extracted(*problems: Problem) -> dict[str, object]:
    written = as_json(as_data("parks.txt", TOLD.minutes, TOLD.actions, problems))
    data: dict[str, object] = json.loads(written)
    return data


def test_a_document_as_data_has_exactly_these_keys_and_values() -> None:
    data = extracted(Problem("parks.txt", "the body is not certain", line=2))
    assert data == EXPECTED
    assert json.dumps(data) == json.dumps(EXPECTED)  # the keys stand in this order too


def test_every_quote_is_the_text_between_its_offsets() -> None:
    (commitment,) = json.loads(as_json(extracted()["commitments"]))
    places = [commitment, *commitment["told_again"]]
    assert len(places) == 2
    for place in places:
        assert TOLD.minutes.source.text[place["start"] : place["end"]] == place["quote"]


def test_a_file_that_failed_has_the_same_keys_and_its_problem() -> None:
    failed = as_data("scan.pdf", None, (), (Problem("scan.pdf", "there is no text layer", page=1, fatal=True),))
    assert list(failed) == list(EXPECTED)
    assert failed["source"] == {"path": "scan.pdf", "sha256": None, "kind": None, "pages": None}
    assert failed["meeting"] == dict.fromkeys(["authority", "body", "date", "status", "next_meeting"]) | {
        "status": "unknown"
    }
    assert failed["commitments"] == []
    assert failed["problems"] == [
        {"path": "scan.pdf", "page": 1, "line": None, "message": "there is no text layer", "fatal": True}
    ]


def test_a_commitment_outside_every_item_has_none() -> None:
    (action,) = TOLD.actions
    stray = replace(action, commitment=replace(action.commitment, item=None))
    data = as_data("parks.txt", TOLD.minutes, (stray,), ())
    (commitment,) = json.loads(as_json(data["commitments"]))
    assert (commitment["item"], commitment["item_title"]) == (None, None)


def test_found_actions_as_a_list_stand_in_the_order_of_the_document() -> None:
    both = document(Told("mend the gate"), Told("sweep the path", owner=None))
    report = build(FOUND_IN, found_in(both.minutes, both.actions[::-1]), TODAY)
    keys = [column.key for column in report.columns]
    told = [(row[keys.index("owner")].value, row[keys.index("due")].value) for row in report.rows]
    assert told == [("The Clerk", "no date"), ("nobody named", "no date")]
