"""What is coming, as a calendar (RFC 5545): expected updates of markets, and events that lie ahead of the data."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from scripts.model import Moment
from scripts.model.addresses import market_address
from scripts.notation import NBSP, moment
from scripts.pages import MarketView


def catalysts_ics(views: Sequence[MarketView], newest: str, site: str) -> bytes:
    """The calendar of all markets. What is known to the month or the year stands on its first day, and says so."""
    calendar = Calendar()
    calendar.add("prodid", "-//Market Almanac//Catalysts//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", "Market Almanac: what is coming")
    stamp = datetime.combine(_first_day(Moment(newest)), time(), UTC)
    for view in views:
        market = view.market
        if market.next_update:
            title = f"{market.short_title}: next update of the figures expected"
            address = f"{site}{market_address(market.id)}"
            calendar.add_component(_event(f"{market.id}-update", market.next_update, title, address, stamp))
        for event in market.events:
            if event.date and event.date.text > newest:
                title = f"{market.short_title}: {event.title}"
                address = f"{site}{market_address(market.id, 'dynamics', event.id)}"
                calendar.add_component(_event(f"{market.id}-{event.id}", event.date, title, address, stamp))
    return bytes(calendar.to_ical())


def _event(uid: str, when: Moment, title: str, address: str, stamp: datetime) -> Event:
    event, day = Event(), _first_day(when)
    event.add("uid", f"{uid}@market-almanac")
    event.add("dtstamp", stamp)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    vague = f" ({moment(when).replace(NBSP, ' ')}, day not known)"
    event.add("summary", title if len(when.text) == 10 else f"{title}{vague}")
    event.add("url", address)
    event.add("transp", "TRANSPARENT")
    return event


def _first_day(when: Moment) -> date:
    return date.fromisoformat(f"{when.text}-01-01"[:10])
