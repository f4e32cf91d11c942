"""A page in Markdown says in words what its layout and its signs say on a screen."""

from scripts.publish.twins import write_twins

PAGE = """<html><body><article class="md-content__inner"><h1>Tea</h1>
<div class="ma-vitals"><div><span>Market size, 2024</span><strong><a href="c/">USD 14.2 bn</a></strong><span>estimate</span></div></div>
<p><strong>Green: <a href="c/">48.7 %</a><span class="ma-mark ma-mark--warn" title="contradicted by an independent source"
 role="img" aria-label="contradicted by an independent source">✕</span></strong> of revenue.</p>
<p><a href="c/">3 %</a><a class="ma-mark" href="c/#one" title="two findings"><span class="ma-hidden">, </span>2<span
 class="ma-hidden"> findings</span></a> a year</p>
<p class="ma-key"><span class="ma-mark ma-mark--ok" aria-hidden="true">✓</span> independently confirmed</p>
</article></body></html>"""


def twin(tmp_path):
    page = tmp_path / "index.html"
    page.write_text(PAGE, encoding="utf-8")
    write_twins(tmp_path, [page], "https://almanac.example/")
    return (tmp_path / "index.md").read_text(encoding="utf-8")


def test_what_stands_on_a_line_of_its_own_is_set_off_outside_of_the_emphasis(tmp_path):
    assert "Market size, 2024; **[USD 14.2 bn](https://almanac.example/c/)**; estimate\n" in twin(tmp_path)


def test_signs_are_told_in_words(tmp_path):
    text = twin(tmp_path)
    assert (
        "**Green: [48.7 %](https://almanac.example/c/) (contradicted by an independent source)** of revenue."
        in text
    )
    assert "[3 %](https://almanac.example/c/) ([two findings](https://almanac.example/c/#one)) a year" in text
    assert "✓ independently confirmed" in text, "the key explains the sign"
