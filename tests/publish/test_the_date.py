"""The site's date is that of its data, whatever the day of the build."""

from scripts.publish import render_site


def test_the_sitemap_is_dated_by_the_data_and_not_by_today(tmp_path):
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "index.md").write_text("# A page\n")
    render_site(docs, tmp_path / "site", "2001-02-03")
    sitemap = (tmp_path / "site" / "sitemap.xml").read_text()
    assert "<lastmod>2001-02-03</lastmod>" in sitemap
    assert sitemap.count("<lastmod>") == sitemap.count("2001-02-03")


def test_a_date_known_to_the_year_alone_is_enough(tmp_path):
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "index.md").write_text("# A page\n")
    render_site(docs, tmp_path / "site", "2001")
    assert "<lastmod>2001-01-01</lastmod>" in (tmp_path / "site" / "sitemap.xml").read_text()
