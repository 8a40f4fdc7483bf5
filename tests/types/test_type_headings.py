"""Types that are told by their headings or their preamble where the title says nothing, and those
that must not be.
"""

from __future__ import annotations

import pytest

from support.shipped_types import checked


def text_of(title: str, *headings: str, above: str = "") -> str:
    """A report in Markdown with a line of text under each heading."""
    sections = "\n\n".join(f"## {heading}\n\nThe store is watched." for heading in headings)
    return f"{above}# {title}\n\n{sections}\n"


PROPOSAL = ("Abstract", "Motivation", "Specification", "Rationale", "Backwards Compatibility")
KEP = ("Summary", "Motivation", "Proposal", "Design Details", "Graduation Criteria")
MADR = ("Context and Problem Statement", "Considered Options", "Decision Outcome")
GOOGLE = (
    "Summary",
    "Impact",
    "Root Causes",
    "Trigger",
    "Action Items",
    "Lessons Learned",
    "Timeline",
)
AZURE = ("What happened?", "What went wrong and why?", "How did we respond?")
RUST = ("Summary", "Motivation", "Design", "Drawbacks", "Unresolved questions")
EIP = "---\neip: 8021\ntitle: Watch the store\nstatus: Draft\n---\n\n"
BIP = "```\n  BIP: 501\n  Layer: Applications\n  Title: Watch the store\n```\n\n"

NONE = {
    "an EIP by its preamble": text_of("Watch the store", *PROPOSAL, "Copyright", above=EIP),
    "an EIP by its title": text_of("EIP-8021: Watch the store", *PROPOSAL, "Copyright"),
    "a BIP by its preamble": text_of("Watch the store", *PROPOSAL, "Copyright", above=BIP),
    "a BIP by its title": text_of("BIP-0501: Watch the store", *PROPOSAL, "Copyright"),
    "a policy with a copyright": text_of(
        "Use of tools", "Summary", "Policy", "Details", "Copyright"
    ),
    "one heading of MADR": text_of("Stores", "Context and Problem Statement", "Prices", "Shops"),
    "one heading of a review": text_of("Our trip", "What happened?", "Photographs", "Costs"),
    "alternatives beside a background": text_of(
        "Our trip", "Background", "Costs", "Alternatives Considered"
    ),
    "a programme": text_of("Workshop", "Agenda", "Costs", "How to get there"),
    "questions and answers": text_of("Help", "How did we respond?", "Opening hours", "Prices"),
}
TYPES = {
    "adr": [
        text_of("Watch the store", *MADR),
        text_of(
            "Watch the store",
            "Context and Problem Statement",
            "Decision Drivers",
            "Decision Outcome",
        ),
    ],
    "postmortem": [
        text_of("Search was away", *GOOGLE),
        text_of(
            "Search was away – 3 March",
            *AZURE,
            "How can we make our incident communications more useful?",
        ),
        text_of(
            "Search was away", "Summary", "What went well", "What went wrong", "Where we got lucky"
        ),
    ],
    "kep": [
        text_of("Watch the store", *KEP, "Implementation History"),
        text_of("KEP-4021: Watch the store", *KEP),
    ],
    "pep": [
        text_of("Watch the store", *PROPOSAL, "Copyright"),
        text_of("PEP 811 – Watch the store", *PROPOSAL, "Copyright"),
    ],
    "rfc": [
        text_of("Watch the store", "Background", "Proposal", "Usage", "Alternatives Considered"),
        text_of("Watch the store", "Summary", "Motivation", "Proposal", "Note"),
        text_of("RFC0641: Watch the store", "Summary", "Motivation", "Adoption strategy"),
        text_of("Acme Design Proposal - Watch the store", "Overview", "Motivation", "Costs"),
        text_of("Watch the store", *RUST),
        text_of(
            "Watch the store", "Introduction", "Motivation", "Proposed solution", "Detailed design"
        ),
        text_of("0041: Watch the store", "Summary", "Motivation", "Prior art", "Drawbacks"),
    ],
    "runbook": [text_of("StoreDown", "Meaning", "Impact", "Diagnosis", "Mitigation")],
    "letter": [
        "# 某县人民政府关于印发\n\n# 应 急 预 案 的 函\n\n各镇：\n\n请查收。\n",
        "关于印发粮 食 预 案 的 函\n\n各镇人民政府：\n\n请查收。\n",
    ][1:],
    "meeting-minutes": [
        text_of("10/08 Meeting", "News", "Misc"),
        text_of("9/24", "Attending", "Agenda", "Prices"),
        text_of(
            "Store committee (SC) meeting 2026-03-02",
            "Links",
            "Present",
            "Agenda",
            "Upcoming meetings",
        ),
        text_of("Call of the store group", "Participants", "Agenda", "Discussion"),
    ],
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_headings_that_tell_nothing(text: str) -> None:
    assert checked(text, "a.md")[0] == ""


@pytest.mark.parametrize(
    ("type_id", "text"), [(type_id, text) for type_id, texts in TYPES.items() for text in texts]
)
def test_headings_that_tell_a_type(type_id: str, text: str) -> None:
    assert checked(text, "a.md")[0] == type_id


@pytest.mark.parametrize(
    ("style", "missing"),
    [(MADR, "Decision Outcome"), (GOOGLE, "Action Items"), (GOOGLE, "Timeline")],
)
def test_what_such_a_report_lacks_is_told(style: tuple[str, ...], missing: str) -> None:
    more = ("Decision Drivers",) if style is MADR else ("Where we got lucky", "What went well")
    whole = text_of("Watch the store", *style, *more)
    lacking = text_of("Watch the store", *(item for item in style if item != missing), *more)
    assert "section-missing" not in {
        item.rule for item in checked(whole, "a.md")[1] if item.severity != "info"
    }
    assert "section-missing" in {item.rule for item in checked(lacking, "a.md")[1]}
