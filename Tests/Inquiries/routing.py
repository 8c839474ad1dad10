"""How often the decision that an inquiry asks for is found: totals, and nothing of single texts.

usage: python3 Tests/Inquiries/routing.py KIYAKU [RULES]
Any decision of the gold list counts as right. Of texts that ask two things, the first two of the list must be among the first of those found.
"""

import json
import pathlib
import subprocess
import sys

CORPUS = pathlib.Path(__file__).resolve().parents[2] / "Corpus" / "inquiries"


def route(kiyaku, rules, texts):
    """The routing of each text."""
    command = [kiyaku, "decisions", "--lines", "--format", "json"] + (["--rules", rules] if rules else [])
    lines = "".join(" ".join(text.split("\n")) + "\n" for text in texts)
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=True)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    if len(found) != len(texts):
        sys.exit(f"{len(found)} answers for {len(texts)} texts: {done.stderr[:300]}")
    return found


def is_english(text):
    return not any("\u3041" <= letter <= "\u9fff" or "\uff66" <= letter <= "\uff9d" for letter in text)


def share(part, whole):
    return f"{part / whole:.3f} ({part}/{whole})" if whole else "- (0/0)"


def measure(name, inquiries, routings):
    """Prints the totals of some inquiries."""
    first = three = asked = clear = right = 0
    two = found_two = both = wrongly_two = single = 0
    for inquiry, routing in zip(inquiries, routings):
        gold = inquiry["decisions"]
        questions = [[one["decision"] for one in question["candidates"]] for question in routing["questions"]]
        # Without two things being asked, the best of all is first.
        best = sorted((one for question in routing["questions"] for one in question["candidates"][:1]), key=lambda one: -one["percent"])
        names = [one["decision"] for one in best] + [name for question in questions for name in question[1:]]
        if gold:
            asked += 1
            first += names[0] in gold
            three += any(name in gold for name in names[:3])
        for question in routing["questions"]:
            if question["decision"]:
                clear += 1
                right += question["decision"] in gold
        if inquiry.get("two_questions"):
            two += 1
            found_two += len(questions) > 1
            both += len(questions) > 1 and all(any(name in question for question in questions) for name in gold[:2])
        else:
            single += 1
            wrongly_two += len(questions) > 1
    print(f"{name}: first {share(first, asked)}, among three {share(three, asked)}")
    print(f"  goes on by itself {share(clear, len(inquiries))}, and is right {share(right, clear)}")
    print(f"  two things seen as two {share(found_two, two)}, both offered {share(both, two)}; one seen as more {share(wrongly_two, single)}")


def main():
    kiyaku, rules = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None
    for part in ("tuning", "aside"):
        path = CORPUS / f"strangers-{part}.ndjson"
        inquiries = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
        routings = route(kiyaku, rules, [inquiry["text"] for inquiry in inquiries])
        for language, wanted in (("Japanese", False), ("English", True)):
            chosen = [pair for pair in zip(inquiries, routings) if is_english(pair[0]["text"]) == wanted]
            measure(f"{part}, {language}", [one for one, _ in chosen], [one for _, one in chosen])
        measure(f"{part}, all", inquiries, routings)


main()
