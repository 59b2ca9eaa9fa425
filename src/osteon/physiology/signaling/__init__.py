"""Signals between bone cells: RANKL and OPG, sclerostin and Wnt, TGF-beta coupling."""
