"""A drawing fetches nothing, whatever its specification asks for."""

import json

import pytest

from scripts.render import worker


def test_data_at_an_address_are_refused_before_anything_is_asked():
    # Nothing listens there: a request would end in an empty chart, a refusal ends in an error that names the address.
    specification = {
        "data": {"url": "http://127.0.0.1:9/data.json"},
        "mark": "point",
        "encoding": {"x": {"field": "a", "type": "quantitative"}},
    }
    with pytest.raises(ValueError, match=r"data\.json"):
        worker.draw(json.dumps(specification))
