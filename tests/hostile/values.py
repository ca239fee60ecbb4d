"""What nobody would type, as it stands in an address: percent-encoded, so that wrong encodings can be too."""

from urllib.parse import quote

TEXTS = {
    "empty": "",
    "NUL": "\0",
    "NUL within": "nurse\0doctor",
    "long": "nurse " * 3_000,
    "long word": "x" * 20_000,
    "long number": "9" * 5_000,
    "beyond 64 bits": "9223372036854775808",
    "beyond 32 bits": "2147483648",
    "negative": "-1",
    "far negative": "-9223372036854775809",
    "zero": "0",
    "one": "1",
    "fraction": "1.5",
    "exponent": "1e400",
    "small exponent": "1e-400",
    "NaN": "NaN",
    "signalling NaN": "sNaN",
    "infinity": "-Infinity",
    "grouped number": "1_000",
    "Arabic digits": "\u0661\u0662",
    "superscript": "\u00b2",
    "full width": "\uff11\uff12",
    "list": "1,2,,x",
    "list of huge numbers": f"1,{'9' * 30}",
    "list with NUL": "1,\0",
    "many": ",".join(["1"] * 3_000),
    "day before time": "0000-00-00",
    "last day": "9999-12-31",
    "day after time": "10000-01-01",
    "day out of its month": "2026-02-30",
    "first moment": "0001-01-01 00:00:00+14:00",
    "last moment": "9999-12-31 23:59:59-14:00",
    "duration": "P99999999999D",
    "true": "true",
    "nothing": "None",
    "brackets": "[" * 2_000,
    "braces": '{"a":' * 500,
    "object": '{"$gt": ""}',
    "unfinished expression": "(((a+)+$",
    "endless expression": "(a|a|aa)+$",
    "quote": "'",
    "SQL": "1' OR '1'='1' --",
    "SQL of writing": "1); DROP TABLE careers_occupation; --",
    "search syntax": '"nurse AND (NEAR -*:^',
    "wildcards": "%_%_%_%",
    "backslash": "\\",
    "script": "<script>alert(1)</script>",
    "attribute": "\" onmouseover='x",
    "template": "{{ settings.SECRET_KEY }}{% debug %}",
    "format": "%s %(a)s {0.__class__}",
    "lookup": "pk__in",
    "lookups across": "release__source__name__regex",
    "order": "-1.2.-99.x",
    "order by another": "--title,?",
    "newlines": "a\r\nSet-Cookie: a=b",
    "path": "../../../../etc/passwd",
    "address": "//evil.example/",
    "address with backslash": "/\\evil.example",
    "address of script": "javascript:alert(1)",
    "right to left": "\u202enurse\u2066",
    "Arabic": "\u0645\u0645\u0631\u0636\u0629",
    "combining": "e" + "\u0301" * 2_000,
    "case that grows": "\u0130\u00df\ufb03" * 300,
    "emoji": "\U0001f469\u200d\u2695\ufe0f",
    "outside of characters": "\uffff\ufdd0\U0010ffff",
    "spaces": " \t\u00a0\u2028\u3000",
}
RAW = {
    "lone surrogate": "%ED%A0%80",
    "half of a letter": "nurse%C3",
    "overlong": "%C0%AF%C0%AE",
    "Latin 1": "caf%E9",
    "UTF-16": "%FF%FEn%00u%00",
    "percent rubbish": "%zz%%u0041%1",
    "encoded twice": "%2500%252e%252e%252f",
}
VALUES: dict[str, str] = {name: quote(text, safe="") for name, text in TEXTS.items()} | RAW
# What a path is divided by, as a value within it.
IN_PATHS = {name: value for name, value in VALUES.items() if 0 < len(value) < 2_000} | {
    "dots": "..",
    "divided": "..%2f..%2fetc%2fpasswd",
    "twin of a twin": "a.json.csv",
    "many to compare": "-vs-".join(["actors"] * 300),
    "nothing to compare": "-vs--vs-",
    "long": "n" * 8_000,
}
REPEATED = 1_000  # as many parameters as are read


def repeated(name: str, value: str) -> str:
    return "&".join([f"{name}={value}"] * REPEATED)


def bracketed(name: str) -> str:
    """The same name as other languages write lists, objects and what is in them."""
    return "&".join(f"{name}{suffix}=1" for suffix in ("[]", "[0][a]", "__in", "__regex", ".x", "%00"))


HEADERS = [
    {"If-None-Match": '"' * 500},
    {"If-Modified-Since": "Thu, 99 Foo 99999 99:99:99 GMT"},
    {"If-Unmodified-Since": "x", "If-Match": '"a", W/"b'},
    {"Accept": "application/json;q=nan, */*;q=" + "9" * 400},
    {"Accept-Encoding": "gzip;q=-1, br;q=x, *"},
    {"Accept-Language": "de-" + "x" * 400 + ";q=2,\u00ff"},
    {"Accept-Language": "xx-\u00e9;q=0.5"},
    {"HX-Request": "true", "HX-Target": "<script>", "HX-Current-URL": "http://[::1"},
    {"Cookie": "sessionid=\u00ff\u00fe;csrftoken=" + "x" * 300 + ";messages=W1siX"},
    {"Cookie": "=;=;" * 200},
    {"Referer": "http://[evil", "Origin": "null"},
    {"Range": "bytes=0-0,-99999999999999999999"},
    {"X-Forwarded-For": "\u00ff, 999.999.1.1", "X-Forwarded-Proto": "gopher", "X-Forwarded-Host": "evil"},
    {"X-Request-ID": "a\tb" * 300},
    {"X-HTTP-Method-Override": "DELETE"},
    {"Content-Type": "text/html; charset=nonsense"},
    {"User-Agent": "\u00ff" * 2_000},
]
METHODS = ["HEAD", "OPTIONS", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "get"]
BODIES = [
    ("application/json", b'{"a": ' * 2_000),
    ("application/json", b"\xff\xfe\x00"),
    ("application/x-www-form-urlencoded", b"%zz=%&&&=;\x00=\xff"),
    ("application/x-www-form-urlencoded; charset=utf-7", b"+ADw-script+AD4-=1"),
    ("application/x-www-form-urlencoded; charset=nonsense", b"a=1"),
    ("multipart/form-data", b"no boundary"),
    ("multipart/form-data; boundary=x", b'--x\r\nContent-Disposition: form-data; name="a'),
    ("multipart/form-data; boundary=" + "x" * 300, b"--x--"),
    ("text/xml", b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
]
