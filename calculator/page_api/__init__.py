"""The JSON that the page's scripts send to the calculator, and the JSON that they get back.

``contract.py`` holds every key of it as types; the page's types are made from them. Requests come
through ``bridge.py``, where ``answer_<ask>`` of one module answers each; the other modules each
make one part of an answer (``x_json``). No other folder of the browser imports this one, and it
imports nothing that stays out of the browser.

What the types do not say: a missing ``ask`` is ``estimate``, a missing ``today`` is ``on``; an ask
that there is none of gives ``{"error": words}``. A second parent's fields are read only where the
benefit is for a child; facts about the household are given once. A fact that grows takes a month
in place of its count, since when it had no break. All words and numbers that the page shows come
from here.
"""
