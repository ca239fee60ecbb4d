"""The beginning of a text where there is room for no more."""

import re

# A sentence ends after a word, not after an initial or a short form: "the U.S. Army", "Smith Inc. offers".
SENTENCE_END = re.compile(
    r"(?<=[a-z\d%)”\"][.!?])(?<!Inc\.)(?<!Corp\.)(?<!Ltd\.)(?<!Co\.)(?<!St\.)(?<!vs\.)\s+"
)
MORE = "…"


def beginning(text: str, longest: int) -> str:
    """As many whole sentences as fit in a length; of a first one that is longer, the words that do."""
    text = " ".join(text.split())
    if len(text) <= longest:
        return text
    # What ends a sentence begins within the length.
    ends = [end.start() for end in SENTENCE_END.finditer(text, 0, longest + 1)]
    if ends:
        return text[: ends[-1]]
    return text[:longest].rpartition(" ")[0].rstrip(" ,;:–-(") + MORE
