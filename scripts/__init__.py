"""Market Almanac: market data in, a browsable market-intelligence website out."""
