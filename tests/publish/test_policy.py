"""Each page's policy lets its own inline scripts run and nothing else."""

from scripts.publish.policy import policy_of, secure, unfinished, unwelcome_scripts
from scripts.publish.tags import tags

HEAD = '<!doctype html>\n<html><head>\n<meta charset="utf-8"><title>Ä &amp; b</title>'
# echo -n 'alert(1)' | openssl dgst -sha256 -binary | base64
ALERT = "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"


def policy(page):
    return policy_of(tags(page)) or ""


def secured(folder, page):
    (folder / "index.html").write_text(page, encoding="utf-8", newline="\n")
    secure(unfinished(folder))
    return (folder / "index.html").read_text(encoding="utf-8")


def test_an_inline_script_is_known_by_its_hash(tmp_path):
    page = secured(tmp_path, f"{HEAD}<script>alert(1)</script></head></html>")
    assert f"script-src 'self' {ALERT};" in policy(page)
    assert unwelcome_scripts(tags(page)) == []


def test_a_script_that_came_in_later_is_named(tmp_path):
    page = secured(tmp_path, f"{HEAD}</head><body></body></html>").replace(
        "<body>", "<body><script>alert(1)</script>"
    )
    assert unwelcome_scripts(tags(page)) == ["alert(1)"]


def test_data_blocks_and_files_need_no_hash(tmp_path):
    page = secured(
        tmp_path, f'{HEAD}<script type="application/json">{{}}</script><script src="a.js"></script></head>'
    )
    assert "script-src 'self';" in policy(page)


def test_nothing_else_of_the_page_changes_and_the_encoding_stays_first(tmp_path):
    page = f"{HEAD}</head><body class=x>1 < 2 &nbsp;<p>ü</body></html>\n"
    found = secured(tmp_path, page)
    start = found.index("<meta http-equiv")
    assert found[:start].endswith('<meta charset="utf-8">')
    assert found[:start] + found[found.index(">", start) + 1 :] == page


def test_a_page_with_a_policy_keeps_it(tmp_path):
    page = f"""{HEAD}<meta http-equiv="content-security-policy" content="default-src 'none'"></head>"""
    assert secured(tmp_path, page) == page


def test_scripts_styles_frames_and_bases_from_elsewhere_are_shut_out(tmp_path):
    stated = policy(secured(tmp_path, f"{HEAD}</head>"))
    assert {"default-src 'none'", "style-src 'self'", "object-src 'none'", "base-uri 'none'"} <= set(
        stated.split("; ")
    )
    assert "unsafe" not in stated
    assert "http" not in stated
