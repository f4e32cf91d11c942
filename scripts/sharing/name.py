"""The name under which everything is published."""

NAME = "Market Almanac"
