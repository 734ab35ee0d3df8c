"""The JSON that the page's scripts send to the calculator, and the JSON that they get back.

They reach it through ``bridge.py``, where ``answer_<ask>`` of one module answers each request; the
other modules each make one part of an answer (``x_json``). No other folder of the browser imports
this one, and it imports nothing that stays out of the browser.

Every request is one JSON object ``{"ask", "standard", "track", "on", "today", "fields"}``; a
missing ``ask`` is ``estimate``, a missing ``today`` is ``on``. An ask that is none of these gives
``{"error": words}``. All words and numbers that the page shows come from here: ``text``, ``words``
and the like are Chinese sentences or phrases.

Fields are texts as typed; an empty one is unknown. Names: a fact's id, with ``other.`` before it
for the second parent, read only where the benefit is for a child. Facts about the household are
given once. A fact that grows takes a month in place of its count, since when it had no break.

estimate
    {"errors": {field: words}, "understood": {field: words}, "doubts": {field: words}, "edition",
     "estimate", "other", "family", "picture", "verdict", "conditions", "other_conditions",
     "window", "past", "papers": [], "contact", "disclaimer"}; what there is nothing of is null.
    understood: how an answer was read that is no plain number; doubts: a question about one that
    hardly anybody has, which counts as given
    edition: {"id", "title", "edition", "text", "newer": null | {"standard": id | null, "text"}}
    estimate, other: {"total": {"low", "high"}, "before_deductions": {"low", "high"},
        "against_cutoffs": {"low", "high"}, "text", "headline", "reservations": [],
        "parts": [{"part", "label", "text"}], "lines": [line],
        "not_counted": [{"item", "label", "field", "claimed": true | null}],
        "next", "then": null | {"fact", "field", "label", "gain", "rare"}}; ``then`` is the first
        question that is not rare, where ``next`` is. While open deductions leave the total no
        lower end, ``against_cutoffs`` is the total before them, and words tell of that and say so;
        else it is the total
    line: {"item", "part", "label", "points": {"low", "high"}, "text", "why", "declared", "capped",
        "confidence", "confidence_words", "clause", "facts": [], "members": [line]}
    family: {"counts", "whose", "total", "against_cutoffs", "competes": [bool, bool], "parts",
        "reservations", "next", "then"}; those that an estimate has too stand in place of the
        first parent's
    verdict: {"points", "before_deductions": bool, "against", "open"}; the total, or the family's,
        in a few words, how it stands to the latest lines, and the answer that may add most
    picture: {"certain", "open", "zero": places from 0 to 100, "open_ended",
        "marks": [{"at", "to", "label", "newest"}], "text"}; solid from zero to certain, hatched
        on to open
    conditions: {"verdict", "text", "rows": [{"id", "state", "state_words", "label", "text",
        "clause", "confidence", "confidence_words", "facts": [], "missing": []}]}
    window: {"label", "text", "open": bool | null, "days": n | null, "words", "standard"}; where
        the edition's own time is over, that of its successor, which ``standard`` then names
    past: {"text", "rows": [{"year", "when", "area", "text", "against", "note", "confidence",
        "confidence_words"}]}
    papers: [{"id", "label", "for", "sure", "who"}]; ``who`` only of two parents
    contact: {"text", "clause", "confidence_words"}
later
    {"errors", "outlook": null | {"rows": [{"on", "label", "text", "total"}], "lines": [], "text"},
     "chart": null | {"ticks", "levels": [{"at", "text"}], "zero", "points": [{"at", "low",
        "high": place | null, "text"}], "lines": [{"at", "to", "label"}], "text"},
     "steps": [{"text", "gain_text", "label", "fact", "field", "who", "farther": bool,
        "costs": words}], of two parents what the family gains; farther ones come last,
     "editions": [{"standard", "title", "text", "rows": [{"item", "label", "was", "now"}], "same",
        "ask_again": [{"fact", "label", "text"}], "other": null | the same four}]}
keep
    {"name", "document", "fragment", "left_out": [{"field", "text"}]} or {"error"}
open: ``text`` or ``fragment``, and ``today``
    {"standard": id | null, "track": id | null, "on", "fields", "notes": []} or {"error"}; null
    where the document does not say, or says what there is no more, which is noted
prove: ``standard``, ``case``, ``all_no``
    {"name", "ok", "text"}
about
    {"python", "module", "standards": [{"id", "title", "edition"}]}
"""
