"""Which answers given under one edition are answers under another too.

Two editions may ask for the same fact but count different things, for example months in 市区 or
months in 苏州大市. Such an answer is not carried over: under the other edition it is unknown.
"""

from calculator.answers.facts import Answer, Answers
from calculator.standard.standard import Question, Standard


def carry_over(a: Standard, b: Standard, answers: Answers) -> dict[str, Answer]:
    """The answers given under ``a`` that hold under ``b`` too.

    Left out are facts that the two count differently, and, unless both are versions of one edition,
    declared points: they were officially told for the edition ``a`` only.
    """
    apart = differently_counted(a, b)
    return {
        fact_id: answer
        for fact_id, answer in answers.items()
        if fact_id not in apart
        if a.id == b.id or fact_id not in a.facts_by_id or a.facts_by_id[fact_id].kind != "points"
    }


def differently_counted(a: Standard, b: Standard) -> frozenset[str]:
    """The facts that both ask for but count differently: another scope, unit or set of choices."""
    both = a.questions.keys() & b.questions.keys()
    return frozenset(
        fact_id
        for fact_id in both
        if what_is_counted(a.questions[fact_id]) != what_is_counted(b.questions[fact_id])
    )


def what_is_counted(question: Question) -> tuple[object, ...]:
    """What an answer to the question counts, to be compared: scope, kind, unit and choices.

    The range is left out: where only the greatest allowed number differs, the same is counted.
    """
    fact = question.fact
    return question.scope, fact.kind, fact.unit, tuple(fact.choices or ())


def question_texts(fact_id: str, a: Standard, b: Standard) -> tuple[str, str]:
    """How each edition asks for the fact, with the scope where the texts are the same."""
    was, now = a.questions[fact_id], b.questions[fact_id]
    if was.text == now.text:
        return f"{was.text}（范围 {was.scope}）", f"{now.text}（范围 {now.scope}）"
    return was.text, now.text
